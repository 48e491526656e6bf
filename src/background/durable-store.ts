import type { SmallCopy } from '../browser/small-copy';
import type { History } from '../domain/import-file';
import { isEmpty, NEW_STATE, type Records, type State } from '../domain/state';
import type { Moment } from '../domain/time';
import { restart } from '../domain/tracker';
import { RequestError } from '../messages/client';
import type { Merging } from '../storage/merge';
import type { Store } from '../storage/store';

/** The state, and whether the database could be used to get at it. */
export interface Loaded {
  state: State;
  trouble: 'database' | null;
}

export interface DurableStore {
  load: () => Promise<Loaded>;
  /** Stores what a step has made of what was loaded. */
  commit: (loaded: Loaded, next: State, records: Records) => Promise<void>;
  /** Merges what an export file holds. Rejects with nothing changed where the database does not take it. */
  merge: (loaded: Loaded, history: History, moment: Moment) => Promise<Merging>;
}

export interface CopyAccess {
  read: () => Promise<SmallCopy>;
  write: (part: Partial<SmallCopy>) => Promise<void>;
}

type Unwritten = NonNullable<SmallCopy['unwritten']>;

/**
 * The database, with a small copy beside it for the days on which it does not open or takes nothing. Then the
 * copy is worked from, blocking goes on, a rock can be marked done, and what happens is kept in the copy until the
 * database takes it. While the database works, nothing depends on the copy.
 */
export function durableStore(store: Store, copy: CopyAccess): DurableStore {
  const readCopy = () => copy.read().catch((): SmallCopy => ({ kept: null, unwritten: null }));
  return {
    async load() {
      const { kept, unwritten } = await readCopy();
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
    async commit({ state, trouble }, next, records) {
      const { unwritten } = await readCopy();
      if (trouble || unwritten) {
        return keepBack(copy, unwritten ?? { state, records: [], isFromCopy: true }, next, records);
      }
      try {
        await store.commit(state, next, records);
      } catch {
        return keepBack(copy, { state, records: [], isFromCopy: false }, next, records);
      }
      await keep(copy, state, next);
    },
    async merge({ state, trouble }, history, moment) {
      // What is still unwritten would be written over what is merged now.
      if (trouble || (await readCopy()).unwritten) throw new RequestError(trouble ?? 'database');
      const merging = await store.merge(state, history, moment);
      if (!('refused' in merging)) await keep(copy, state, merging.state);
      return merging;
    },
  };
}

async function keep(copy: CopyAccess, before: State, { settings, rock }: State): Promise<void> {
  if (settings === before.settings && rock === before.rock) return;
  await copy.write({ kept: { settings, rock } }).catch(() => undefined);
}

/**
 * Writes what was kept back. Where it began from the copy, the visit that the database still holds open was
 * interrupted, and ended when it was last seen; otherwise it has been going on in what was kept back.
 */
async function writeBelated(store: Store, stored: State, unwritten: Unwritten): Promise<void> {
  const { state, records, isFromCopy } = unwritten;
  const interrupted = isFromCopy ? restart(stored.tracker, stored.settings.dayStart).visits : [];
  await store.commit(stored, state, {
    visits: [...interrupted, ...records.flatMap(({ visits }) => visits)],
    attempts: records.flatMap(({ attempts }) => attempts),
    rocks: records.flatMap(({ rocks }) => rocks),
  });
}

async function keepBack(copy: CopyAccess, before: Unwritten, state: State, records: Records): Promise<void> {
  const all = isEmpty(records) ? before.records : [...before.records, records];
  await copy.write({
    unwritten: { state, records: all, isFromCopy: before.isFromCopy },
    kept: { settings: state.settings, rock: state.rock },
  });
}
