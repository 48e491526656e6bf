import type { Deletion } from '../domain/deletion';
import type { History } from '../domain/import-file';
import type { Records } from '../domain/records';
import type { SmallCopy } from '../domain/small-copy';
import { NEW_STATE, type State } from '../domain/state';
import type { Moment } from '../domain/time';
import type { Trouble } from '../domain/trouble';
import { RequestError } from '../messages/request-error';
import type { Merging } from '../storage/merge';
import { DamagedDatabase } from '../storage/opener';
import type { Past } from '../storage/past';
import type { Store } from '../storage/store';
import { troubleOf } from '../storage/trouble';
import { belated, unwrittenWith } from './belated';
import { copiedHistory } from './copied-history';
import { createCopier, daysOf } from './copier';
import { type CopyAccess, heldCopy } from './held-copy';
import { loadBegun, rebuild } from './recovery';

/** The state, and why the database could not be used to get at it. */
export interface Loaded {
  state: State;
  trouble: Trouble | null;
}

export interface DurableStore {
  /** Rejects only where neither the database nor the copy can be read. */
  load: () => Promise<Loaded>;
  /** Stores what a step has made of what was loaded. */
  commit: (loaded: Loaded, next: State, records: Records) => Promise<void>;
  /** Merges what an export file holds. Rejects with nothing changed where the database does not take it. */
  merge: (loaded: Loaded, history: History, moment: Moment, preview: boolean) => Promise<Merging>;
  /** Deletes some of the history. Rejects with nothing changed where the database does not take it. */
  erase: (loaded: Loaded, what: Deletion) => Promise<void>;
}

export interface CopiedStore extends DurableStore {
  /** Brings the copy in line with the database where it may have fallen behind. */
  refreshCopy: () => Promise<void>;
  /** The past as the copy has it, for as long as there is trouble. */
  copied: Past;
}

/**
 * The database, with a small copy beside it for the days on which it does not open, takes nothing, is damaged or gone.
 * While it fails the copy is worked from: blocking goes on, a rock can be marked done, and what happens is kept in the
 * copy until the database takes it. One that is damaged or gone is begun again from the copy.
 */
export function durableStore(store: Store, access: CopyAccess): CopiedStore {
  const copy = heldCopy(access);
  let isDamaged = false;
  const notice = (error: unknown) => {
    isDamaged ||= error instanceof DamagedDatabase;
  };
  const copier = createCopier(store, copy);

  const loadAll = async (head: SmallCopy | null): Promise<State> => {
    if (isDamaged && head) {
      // Should this fail halfway, the next look at the database tells what there is to do.
      isDamaged = false;
      await rebuild(store, copy, head);
    }
    const stored = await loadBegun(store, copy, head);
    if (!head?.unwritten) return stored;
    const { next, records } = belated(stored, head.unwritten);
    await store.commit(stored, next, records);
    // Until this is written down nothing else may be committed: what was kept back would be taken for later.
    await copier.follow(stored, next, daysOf(records), { unwritten: null });
    return (await store.load(head.kept)).state;
  };

  const loadRepaired = (head: SmallCopy | null): Promise<State> =>
    loadAll(head).catch(error => {
      notice(error);
      if (!isDamaged || !(error instanceof DamagedDatabase)) throw error;
      return loadAll(head);
    });

  return {
    async load() {
      const head = await copy.read().catch(() => null);
      try {
        return { state: await loadRepaired(head), trouble: null };
      } catch (error) {
        const trouble = troubleOf(error);
        // To go on from nothing would open every site; the rules that stand are better.
        if (!head) throw new RequestError(trouble);
        return { state: head.unwritten?.state ?? { ...NEW_STATE, ...head.kept }, trouble };
      }
    },
    async commit({ state, trouble }, next, records) {
      const head = await copy.read().catch(() => null);
      const keepBack = async () => {
        // Unread, it may hold what was kept back before, which must not be written over.
        const { unwritten } = await copy.read();
        await copy.hold({ unwritten: unwrittenWith(unwritten, state, next, records) });
      };
      if (trouble || head?.unwritten) return keepBack();
      try {
        await store.commit(state, next, records);
      } catch (error) {
        notice(error);
        return keepBack();
      }
      await copier.follow(state, next, daysOf(records)).catch(notice);
    },
    async merge({ state, trouble }, history, moment, preview) {
      // What is still unwritten would be written over what is merged now.
      if (trouble || (await copy.read()).unwritten) throw new RequestError(trouble ?? 'database');
      const merging = await store.merge(state, history, moment, preview);
      if (!('refused' in merging || preview))
        await copier.follow(state, merging.state, merging.days).catch(notice);
      return merging;
    },
    async erase({ state, trouble }, what) {
      if (trouble || (await copy.read()).unwritten) throw new RequestError(trouble ?? 'database');
      const days = await store.erase(what, state.rock ? [state.rock.id] : []);
      await copier.follow(state, state, days).catch(notice);
    },
    refreshCopy: () => copier.refresh().catch(notice),
    copied: copiedHistory(copy),
  };
}
