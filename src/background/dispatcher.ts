import type { Glimpse } from '../browser/look-around';
import type { Secured, Session } from '../browser/session';
import type { Deletion } from '../domain/deletion';
import type { History } from '../domain/import-file';
import { isEmpty, NO_RECORDS } from '../domain/records';
import { DEFAULT_SETTINGS } from '../domain/settings';
import type { State } from '../domain/state';
import { type Event, type Fault, type Step, step as stepOf } from '../domain/step';
import type { Moment } from '../domain/time';
import { isSuperseded } from '../domain/tracker';
import type { Merging } from '../storage/merge';
import type { DurableStore, Loaded } from './durable-store';
import { createLookout, listedSite, type Observed, type Outlook, type Seen } from './lookout';
import type { Occasion, Shown } from './shown';

export interface Surround extends Outlook {
  store: DurableStore;
  session: {
    read: () => Promise<Session>;
    mark: () => Promise<void>;
    /** Keeps what was seen where it outlives this run, and sees to it that there will be another. */
    secure: (secured: Secured) => void;
  };
  /** Told of what is going to be so, before it is written down. */
  foresee: (state: State, moment: Moment) => void;
  /** Brings the browser in line with the state; told of every step, in order. */
  show: (shown: Shown) => Promise<void>;
  /** Whether a listed site is in front, or behind another program: only then does it matter whether somebody is there. */
  watchFor: (isListed: boolean, idleSeconds: number) => void;
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
  /** Looks, and then merges what an export file holds; with `preview`, only tells what that would do. */
  merge: (history: History, preview: boolean) => Promise<Merging>;
  /** Deletes some of the history, and takes in that this happened. */
  erase: (what: Deletion, event: Event) => Promise<void>;
  load: () => Promise<Loaded>;
}

/**
 * Load, step, commit, show: one event after the other, in the order in which they came. All that is kept in memory is
 * the tail of this queue, and of a run's first turn, what the run before has left and whether that turn is over.
 */
export function createDispatcher(surround: Surround): Dispatcher {
  const { now, store, session, foresee, show, watchFor } = surround;
  const lookout = createLookout(surround);
  let tail: Promise<unknown> = Promise.resolve();
  let left: Session | null = null;
  /** Whether this run has brought the browser in line: whatever it was started for, its first look does. */
  let isShown = false;

  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const result = tail.then(job);
    tail = result.catch(() => undefined);
    return result;
  };

  /** Takes in what happens now: what it closes need not stay in sight until that is written down. */
  const decide = (loaded: Loaded, event: Event) => commit(loaded, event, foresee);

  const commit = async (loaded: Loaded, event: Event, tell?: Surround['foresee']): Promise<Step> => {
    const step = stepOf(loaded.state, event);
    if (step.state !== loaded.state) tell?.(step.state, at(event));
    if (step.state !== loaded.state || !isEmpty(step.records)) {
      await store.commit(loaded, step.state, step.records);
    }
    return step;
  };

  const leftBefore = async (): Promise<Session> => {
    left ??= await session.read();
    return left;
  };

  /** The state with all that the run before has left taken in. Nothing is shown: what is true now comes next. */
  const current = async (moment: Moment): Promise<Loaded> => {
    const loaded = await store.load();
    const { isNew, glimpses, order } = await leftBefore();
    let { state } = loaded;
    if (isNew) {
      state = (await commit({ ...loaded, state }, { type: 'browser-started', ...moment })).state;
      await session.mark();
    }
    for (const glimpse of glimpses) {
      if (isSuperseded(state.tracker, glimpse)) continue;
      const event = await lookout.recollectionOf(glimpse, state, moment);
      state = (await commit({ ...loaded, state }, event)).state;
    }
    left = { isNew: false, glimpses: [], idleSeconds: state.settings.idleSeconds, order };
    return { ...loaded, state };
  };

  const looking = (occasion: Occasion): (() => Promise<Loaded>) => {
    const looked = lookout.look();
    // Awaited when its turn has come; until then a failure has nobody to hear it.
    looked.catch(() => undefined);
    return async () => observed(occasion, await looked);
  };

  const observed = async (occasion: Occasion, seen: Seen): Promise<Loaded> => {
    // A beat, or a page that reads, tells nothing new; what an event tells must survive this run.
    const isNews = occasion !== 'beat' && occasion !== 'read';
    const glimpse = await secured(seen, isNews);
    const loaded = await current(glimpse);
    const { state } = loaded;
    watchFor(listedSite(state, glimpse.address ?? glimpse.behind) !== null, state.settings.idleSeconds);
    const event = await lookout.observationOf(glimpse, state);
    const step = await decide(loaded, event);
    if (isNews) session.secure(await leftBefore());
    const watched = {
      again: isOpen(state) || isOpen(step.state) || (occasion !== 'beat' && isUnnoticed(event)),
      focus: isOpen(step.state) || (isThere(event) && listedSite(state, glimpse.behind) !== null),
    };
    await show({ ...at(event), before: state, step, occasion: isShown ? occasion : 'started', watched });
    isShown = true;
    return { ...loaded, state: step.state };
  };

  /** What was seen, kept before anything else is done. */
  const secured = async (seen: Seen, isNews: boolean): Promise<Glimpse> => {
    const before = await leftBefore();
    const order = before.order + (isNews ? 1 : 0);
    left = { ...before, order };
    const askedFor = before.idleSeconds ?? DEFAULT_SETTINGS.idleSeconds;
    const glimpse = await lookout.glimpseOf(seen, order, askedFor);
    if (isNews) session.secure({ ...left, glimpses: [...before.glimpses, glimpse] });
    return glimpse;
  };

  return {
    async look(occasion) {
      await inTurn(looking(occasion));
    },
    inquire(read) {
      const look = looking('read');
      return inTurn(async () => read(await look()));
    },
    dispatch(event) {
      return inTurn(async () => {
        const loaded = await current(event);
        const step = await decide(loaded, event);
        await show({ ...at(event), before: loaded.state, step, occasion: 'asked', watched: null });
        return step.fault;
      });
    },
    merge(history, preview) {
      const look = looking('read');
      return inTurn(async () => {
        const loaded = await look();
        const moment = now();
        const merging = await store.merge(loaded, history, moment, preview);
        if ('refused' in merging || preview) return merging;
        const step = { state: merging.state, records: NO_RECORDS, fault: null };
        await show({ ...moment, before: loaded.state, step, occasion: 'imported', watched: null });
        return merging;
      });
    },
    erase(what, event) {
      return inTurn(async () => {
        const loaded = await current(event);
        const step = stepOf(loaded.state, event);
        await store.erase(loaded, what);
        await store.commit(loaded, step.state, step.records);
        await show({ ...at(event), before: loaded.state, step, occasion: 'imported', watched: null });
      });
    },
    load: () => inTurn(() => current(now())),
  };
}

const at = ({ at, zone }: Moment): Moment => ({ at, zone });

const isOpen = ({ tracker }: State): boolean => tracker.open !== null;

const isThere = ({ presence }: Observed): boolean => presence === 'active';

/** Who comes back before the browser has noticed that nobody was there is no news to it: only a look tells. */
const isUnnoticed = ({ site, presence }: Observed): boolean => site !== null && presence === 'idle';
