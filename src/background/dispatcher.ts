import type { InFront } from '../browser/look-around';
import type { History } from '../domain/import-file';
import { siteFor, siteListOf } from '../domain/site-list';
import { isEmpty, NO_RECORDS, type State } from '../domain/state';
import { type Event, type Fault, type Step, step } from '../domain/step';
import { type Moment, SECOND } from '../domain/time';
import type { Presence } from '../domain/tracker';
import type { Merging } from '../storage/merge';
import type { DurableStore, Loaded } from './durable-store';

/** Why the browser was looked at. A beat, or a page that asks, shows nothing anew unless a visit began or ended. */
export type Occasion = 'started' | 'beat' | 'moved' | 'scheduled';

export interface Shown extends Moment {
  before: State;
  step: Step;
  occasion: Occasion | 'asked' | 'imported';
}

export interface Surround {
  now: () => Moment;
  run: string;
  store: DurableStore;
  session: { isNew: () => Promise<boolean>; mark: () => Promise<void> };
  inFront: () => Promise<InFront>;
  presence: (idleSeconds: number) => Promise<Presence>;
  /** Brings the browser in line with the state; told of every step, in order. */
  show: (shown: Shown) => Promise<void>;
  /** Whether a listed site is in front: only then does it matter whether somebody is there. */
  watchFor: (listedInFront: boolean, idleSeconds: number) => void;
}

export interface Dispatcher {
  /** Looks at the browser and takes in what is in front, as of the moment of the call. */
  look: (occasion: Occasion) => Promise<void>;
  /**
   * Looks, and then reads what a page asks for before anything else can happen: what the database holds and what is
   * open belong together.
   */
  inquire: <T>(read: (loaded: Loaded) => Promise<T>) => Promise<T>;
  /** Takes in something that happened; resolves to why it was refused, or null. */
  dispatch: (event: Event) => Promise<Fault | null>;
  /** Looks, and then merges what an export file holds. */
  merge: (history: History) => Promise<Merging>;
  load: () => Promise<Loaded>;
}

/**
 * Load, step, commit, show: one event after the other, in the order in which they came. The tail of this queue is
 * all that is kept in memory.
 */
export function createDispatcher(surround: Surround): Dispatcher {
  const { now, run, store, session, inFront, presence, show, watchFor } = surround;
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const result = tail.then(job);
    tail = result.catch(() => undefined);
    return result;
  };

  const take = async (loaded: Loaded, event: Event, occasion: Shown['occasion']): Promise<Step> => {
    const before = loaded.state;
    const taken = step(before, event);
    if (taken.state !== before || !isEmpty(taken.records)) {
      await store.commit(loaded, taken.state, taken.records);
    }
    await show({ before, step: taken, occasion, at: event.at, zone: event.zone });
    return taken;
  };

  const current = async (moment: Moment): Promise<Loaded> => {
    const loaded = await store.load();
    if (!(await session.isNew())) return loaded;
    const { state } = await take(loaded, { type: 'browser-started', ...moment }, 'started');
    await session.mark();
    return { ...loaded, state };
  };

  /** A look begins in the turn of the call: waiting in the queue must not make an old moment tell of a new page. */
  const looking = (occasion: Occasion): (() => Promise<Loaded>) => {
    const moment = now();
    const looked = inFront();
    // Awaited when its turn has come; until then a failure has nobody to hear it.
    looked.catch(() => undefined);
    return () => observed(occasion, moment, looked);
  };

  const observed = async (occasion: Occasion, moment: Moment, looked: Promise<InFront>): Promise<Loaded> => {
    const loaded = await current(moment);
    const { idleSeconds, sites } = loaded.state.settings;
    const [{ address, audible }, there] = await Promise.all([looked, presence(idleSeconds)]);
    const listed = address === null ? null : siteFor(siteListOf(sites), address);
    watchFor(listed !== null, idleSeconds);
    const site = listed && { ...listed, audible };
    const idleAfter = idleSeconds * SECOND;
    const event: Event = { type: 'observed', ...moment, site, presence: there, idleAfter, run };
    return { ...loaded, state: (await take(loaded, event, occasion)).state };
  };

  return {
    async look(occasion) {
      await inTurn(looking(occasion));
    },
    inquire(read) {
      const look = looking('beat');
      return inTurn(async () => read(await look()));
    },
    dispatch(event) {
      return inTurn(async () => (await take(await current(event), event, 'asked')).fault);
    },
    merge(history) {
      const look = looking('beat');
      return inTurn(async () => {
        const loaded = await look();
        const moment = now();
        const merging = await store.merge(loaded, history, moment);
        if ('refused' in merging) return merging;
        const step = { state: merging.state, records: NO_RECORDS, fault: null };
        await show({ before: loaded.state, step, occasion: 'imported', ...moment });
        return merging;
      });
    },
    load: () => inTurn(() => current(now())),
  };
}
