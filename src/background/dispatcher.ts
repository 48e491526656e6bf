import type { Glimpse, InFront } from '../browser/look-around';
import type { Session } from '../browser/session';
import { siteFor, siteListOf } from '../domain/site-list';
import { isEmpty, type State } from '../domain/state';
import { type Event, type Fault, type Step, step } from '../domain/step';
import type { Duration, Moment } from '../domain/time';
import type { Presence } from '../domain/tracker';
import type { DurableStore, Loaded } from './durable-store';

/** Why the browser was looked at. A beat, or a page that asks, shows nothing anew unless a visit began or ended. */
export type Occasion = 'started' | 'beat' | 'moved' | 'scheduled';

export interface Shown extends Moment {
  before: State;
  step: Step;
  occasion: Occasion | 'asked';
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
    secure: (glimpses: readonly Glimpse[]) => void;
  };
  inFront: () => Promise<InFront>;
  presence: (idleSeconds: number) => Promise<Presence>;
  /** How long nobody has touched anything, where that is at least so many seconds. */
  idleTime: (atLeast: number) => Promise<Duration>;
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
  load: () => Promise<Loaded>;
}

/**
 * Load, step, commit, show: one event after the other, in the order in which they came. The tail of this queue, and
 * what the run before has left to be taken in, is all that is kept in memory.
 */
export function createDispatcher(surround: Surround): Dispatcher {
  const { now, uptime, run, store, session, inFront, presence, idleTime, show, watchFor } = surround;
  let tail: Promise<unknown> = Promise.resolve();
  let left: Session | null = null;

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

  /** What the run before has left: all of it in the first turn, nothing once it has been taken in. */
  const leftBefore = async (): Promise<Session> => {
    left ??= await session.read();
    return left;
  };

  const after = async (loaded: Loaded, event: Event, occasion: Shown['occasion']): Promise<Loaded> => {
    const { state } = await take(loaded, event, occasion);
    return { ...loaded, state };
  };

  const current = async (moment: Moment): Promise<Loaded> => {
    let loaded = await store.load();
    const { isNew, glimpses } = await leftBefore();
    if (isNew) {
      loaded = await after(loaded, { type: 'browser-started', ...moment }, 'started');
      await session.mark();
    }
    for (const glimpse of glimpses) {
      // How long somebody had been gone by then is not known any more; the look at what is now tells it again.
      const isLocked = (await presence(loaded.state.settings.idleSeconds)) === 'locked';
      const event = observation(loaded.state, glimpse, isLocked ? 'locked' : 'active', 0);
      loaded = await after(loaded, event, 'moved');
    }
    left = NOTHING_LEFT;
    return loaded;
  };

  /** A look begins in the turn of the call: waiting in the queue must not make an old moment tell of a new page. */
  const looking = (occasion: Occasion): (() => Promise<Loaded>) => {
    const seen = { ...now(), run, uptime: uptime() };
    const looked = inFront().then((front): Glimpse => ({ ...seen, ...front }));
    // Awaited when its turn has come; until then a failure has nobody to hear it.
    looked.catch(() => undefined);
    return async () => observed(occasion, await looked);
  };

  const observed = async (occasion: Occasion, glimpse: Glimpse): Promise<Loaded> => {
    // A beat tells nothing new; what anything else tells must survive this run.
    if (occasion !== 'beat') session.secure([...(await leftBefore()).glimpses, glimpse]);
    const loaded = await current(glimpse);
    const { idleSeconds } = loaded.state.settings;
    const there = await presence(idleSeconds);
    const isLeaving = there === 'idle' && !glimpse.audible && loaded.state.tracker.open !== null;
    const idleFor = isLeaving ? (await idleTime(idleSeconds)) - (uptime() - glimpse.uptime) : 0;
    const event = observation(loaded.state, glimpse, there, idleFor);
    watchFor(event.site !== null, idleSeconds);
    return after(loaded, event, occasion);
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
    load: () => inTurn(() => current(now())),
  };
}

const NOTHING_LEFT: Session = { isNew: false, glimpses: [] };

function observation(
  { settings }: State,
  { address, audible, ...seen }: Glimpse,
  presence: Presence,
  idleFor: Duration,
): Extract<Event, { type: 'observed' }> {
  const listed = address === null ? null : siteFor(siteListOf(settings.sites), address);
  return { type: 'observed', ...seen, site: listed && { ...listed, audible }, presence, idleFor };
}
