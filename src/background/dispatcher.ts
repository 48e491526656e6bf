import type { Glimpse, InFront } from '../browser/look-around';
import type { Secured, Session } from '../browser/session';
import type { History } from '../domain/import-file';
import { DEFAULT_SETTINGS } from '../domain/settings';
import { siteFor, siteListOf } from '../domain/site-list';
import { isEmpty, NO_RECORDS, type State } from '../domain/state';
import { type Event, type Fault, type Step, step } from '../domain/step';
import { type Duration, type Moment, SECOND } from '../domain/time';
import { isSuperseded, type Presence } from '../domain/tracker';
import type { Merging } from '../storage/merge';
import type { DurableStore, Loaded } from './durable-store';

type Seen = Omit<Glimpse, 'presence' | 'askedFor' | 'order'>;
type Observed = Glimpse & { idleFor: Duration };

/** Why the browser was looked at. A beat, or a page that asks, shows nothing anew unless a visit began or ended. */
export type Occasion = 'started' | 'beat' | 'read' | 'moved' | 'scheduled';

export interface Shown extends Moment {
  before: State;
  step: Step;
  occasion: Occasion | 'asked' | 'imported';
  /** Whether to look again soon. */
  again: boolean;
  /** Whether it matters if another program is in front. */
  minded: boolean;
}

export interface Surround {
  now: () => Moment;
  /** How long this run of the worker has been up, by a clock that nobody can set. */
  uptime: () => Duration;
  run: string;
  store: DurableStore;
  session: {
    read: () => Promise<Session>;
    mark: () => Promise<void>;
    /** Keeps what was seen where it outlives this run, and sees to it that there will be another. */
    secure: (secured: Secured) => void;
  };
  inFront: () => Promise<InFront>;
  presence: (idleSeconds: number) => Promise<Presence>;
  /** How long nobody has touched anything, where that is at least so many seconds. */
  idleTime: (atLeast: number) => Promise<Duration>;
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
  /** Looks, and then merges what an export file holds. */
  merge: (history: History) => Promise<Merging>;
  load: () => Promise<Loaded>;
}

/**
 * Load, step, commit, show: one event after the other, in the order in which they came. All that is kept in memory is
 * the tail of this queue, and of a run's first turn, what the run before has left and whether that turn is over.
 */
export function createDispatcher(surround: Surround): Dispatcher {
  const { now, uptime, run, store, session, inFront, presence, idleTime, show, watchFor } = surround;
  let tail: Promise<unknown> = Promise.resolve();
  let left: Session | null = null;
  /** Whether this run has brought the browser in line: whatever it was started for, its first look does. */
  let isShown = false;

  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const result = tail.then(job);
    tail = result.catch(() => undefined);
    return result;
  };

  const commit = async (loaded: Loaded, event: Event): Promise<Step> => {
    const taken = step(loaded.state, event);
    if (taken.state !== loaded.state || !isEmpty(taken.records)) {
      await store.commit(loaded, taken.state, taken.records);
    }
    return taken;
  };

  const tell = (
    { state: before }: Loaded,
    { at, zone }: Moment,
    taken: Step,
    how: Pick<Shown, 'occasion' | 'again' | 'minded'>,
  ) => {
    const isOpen = taken.state.tracker.open !== null;
    const again = how.again || before.tracker.open !== null || isOpen;
    const minded = how.minded || isOpen;
    return show({ before, step: taken, at, zone, occasion: how.occasion, again, minded });
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
      const event = observation(state, { ...glimpse, idleFor: await idleThen(glimpse, moment) });
      state = (await commit({ ...loaded, state }, event)).state;
    }
    left = { isNew: false, glimpses: [], idleSeconds: state.settings.idleSeconds, order };
    return { ...loaded, state };
  };

  /** For how long nobody had been there when something was seen: as it is now known, or what it takes to be idle. */
  const idleThen = async ({ presence: then, askedFor, at }: Glimpse, now: Moment): Promise<Duration> => {
    const isStill = then === 'idle' && (await presence(askedFor)) === 'idle';
    const known = isStill ? (await idleTime(askedFor)) - (now.at - at) : 0;
    return Math.max(askedFor * SECOND, known);
  };

  /** A look begins in the turn of the call: waiting in the queue must not make an old moment tell of a new page. */
  const looking = (occasion: Occasion): (() => Promise<Loaded>) => {
    const seen = { ...now(), run, uptime: uptime() };
    const looked = inFront();
    // Awaited when its turn has come; until then a failure has nobody to hear it.
    looked.catch(() => undefined);
    return async () => observed(occasion, { ...seen, ...(await looked) });
  };

  const observed = async (occasion: Occasion, seen: Seen): Promise<Loaded> => {
    const isNews = occasion !== 'beat' && occasion !== 'read';
    const glimpse = await secured(seen, isNews);
    const loaded = await current(glimpse);
    const event = observation(loaded.state, await checked(glimpse, loaded.state));
    const taken = await commit(loaded, event);
    if (isNews) session.secure(await leftBefore());
    // Who comes back before the browser has noticed that nobody was there is no news to it: only a look tells.
    const again = occasion !== 'beat' && event.site !== null && event.presence === 'idle';
    const minded = event.presence === 'active' && listed(loaded.state, glimpse.behind) !== null;
    await tell(loaded, event, taken, { occasion: isShown ? occasion : 'started', again, minded });
    isShown = true;
    return { ...loaded, state: taken.state };
  };

  /** What was seen, kept before anything else is done. A beat tells nothing new; what an event tells must last. */
  const secured = async (seen: Seen, isNews: boolean): Promise<Glimpse> => {
    const before = await leftBefore();
    const { glimpses, idleSeconds } = before;
    const order = before.order + (isNews ? 1 : 0);
    left = { ...before, order };
    const askedFor = idleSeconds ?? DEFAULT_SETTINGS.idleSeconds;
    const glimpse: Glimpse = { ...seen, order, askedFor, presence: await presence(askedFor) };
    if (isNews) session.secure({ glimpses: [...glimpses, glimpse], idleSeconds, order });
    return glimpse;
  };

  /** Asks once more where the settings say otherwise, and for how long nobody has been there where that ends a visit. */
  const checked = async (glimpse: Glimpse, state: State): Promise<Observed> => {
    const { idleSeconds } = state.settings;
    const { open } = state.tracker;
    const isListed = listed(state, glimpse.address ?? glimpse.behind) !== null;
    watchFor(isListed, idleSeconds);
    const there = glimpse.askedFor === idleSeconds ? glimpse.presence : await presence(idleSeconds);
    const isLeaving = there === 'idle' && open !== null && !(open.audible && glimpse.audible);
    const idleFor = isLeaving ? (await idleTime(idleSeconds)) - (uptime() - glimpse.uptime) : 0;
    return { ...glimpse, presence: there, idleFor };
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
        const taken = await commit(loaded, event);
        await tell(loaded, event, taken, { occasion: 'asked', again: false, minded: false });
        return taken.fault;
      });
    },
    merge(history) {
      const look = looking('read');
      return inTurn(async () => {
        const loaded = await look();
        const moment = now();
        const merging = await store.merge(loaded, history, moment);
        if ('refused' in merging) return merging;
        const step = { state: merging.state, records: NO_RECORDS, fault: null };
        const how = { occasion: 'imported', again: false, minded: false } as const;
        await tell(loaded, moment, step, how);
        return merging;
      });
    },
    load: () => inTurn(() => current(now())),
  };
}

const listed = ({ settings }: State, address: string | null) =>
  address === null ? null : siteFor(siteListOf(settings.sites), address);

function observation(
  state: State,
  { address, audible, behind: _, askedFor: __, ...seen }: Observed,
): Extract<Event, { type: 'observed' }> {
  const site = listed(state, address);
  return { type: 'observed', ...seen, site: site && { ...site, audible } };
}
