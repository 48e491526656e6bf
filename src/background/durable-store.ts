import type { SmallCopy } from '../browser/small-copy';
import { NEW_STATE, type Records, type State } from '../domain/state';
import { restart } from '../domain/tracker';
import type { Store } from '../storage/store';

/** The state, and whether the database could be used to get at it. */
export interface Loaded {
  state: State;
  trouble: 'database' | null;
}

export interface DurableStore {
  load: () => Promise<Loaded>;
  commit: (previous: State, next: State, records: Records) => Promise<void>;
}

export interface CopyAccess {
  read: () => Promise<SmallCopy>;
  write: (part: Partial<SmallCopy>) => Promise<void>;
}

/**
 * The database, with a small copy beside it for the days on which it does not open or takes nothing. Then the
 * copy is worked from, blocking goes on, a rock can be marked done, and what happens is kept in the copy until the
 * database takes it.
 */
export function durableStore(store: Store, copy: CopyAccess): DurableStore {
  return {
    async load() {
      const { kept, unwritten } = await copy.read();
      try {
        const stored = await store.load();
        if (!unwritten) return { state: stored, trouble: null };
        await writeBelated(store, stored, unwritten);
        await copy.write({ unwritten: null });
        return { state: await store.load(), trouble: null };
      } catch {
        return { state: unwritten?.state ?? { ...NEW_STATE, ...kept }, trouble: 'database' };
      }
    },
    async commit(previous, next, records) {
      const { unwritten } = await copy.read();
      if (unwritten) return keepBack(copy, unwritten, next, records);
      try {
        await store.commit(previous, next, records);
      } catch {
        return keepBack(copy, unwritten, next, records);
      }
      if (next.settings !== previous.settings || next.rock !== previous.rock) {
        await copy.write({ kept: { settings: next.settings, rock: next.rock } });
      }
    },
  };
}

/** Writes what was kept back. A visit that was open when the database was lost ended when it was last seen. */
async function writeBelated(
  store: Store,
  stored: State,
  { state, records }: NonNullable<SmallCopy['unwritten']>,
): Promise<void> {
  const interrupted = restart(stored.tracker, stored.settings.dayStart).visits;
  await store.commit(stored, state, {
    visits: [...interrupted, ...records.flatMap(({ visits }) => visits)],
    attempts: records.flatMap(({ attempts }) => attempts),
    rocks: records.flatMap(({ rocks }) => rocks),
  });
}

async function keepBack(
  copy: CopyAccess,
  before: SmallCopy['unwritten'],
  state: State,
  records: Records,
): Promise<void> {
  const isBare = records.visits.length + records.attempts.length + records.rocks.length === 0;
  const all = isBare ? (before?.records ?? []) : [...(before?.records ?? []), records];
  await copy.write({
    unwritten: { state, records: all },
    kept: { settings: state.settings, rock: state.rock },
  });
}
