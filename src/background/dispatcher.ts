import type { InFront } from '../browser/look-around';
import { siteFor, siteListOf } from '../domain/site-list';
import type { State } from '../domain/state';
import { type Event, type Fault, type Step, step } from '../domain/step';
import { type Moment, SECOND } from '../domain/time';
import type { Presence } from '../domain/tracker';
import type { DurableStore, Loaded } from './durable-store';

/** Why the browser was looked at: a beat changes nothing but how far the open visit is known to reach. */
export type Occasion = 'started' | 'beat' | 'moved' | 'scheduled';

export interface Shown extends Moment {
  before: State;
  step: Step;
  occasion: Occasion | 'asked';
}

export interface Surround {
  now: () => Moment;
  run: string;
  store: DurableStore;
  isNewSession: () => Promise<boolean>;
  inFront: () => Promise<InFront>;
  presence: (idleSeconds: number) => Promise<Presence>;
  /** Brings the browser in line with the state; told of every step, in order. */
  show: (shown: Shown) => Promise<void>;
  /** Whether a listed site is in front: only then does it matter whether somebody is there. */
  watchFor: (listedInFront: boolean, idleSeconds: number) => void;
}

export interface Dispatcher {
  /** Looks at the browser and takes in what is in front; the state after that. The moment is that of the call. */
  look: (occasion: Occasion) => Promise<Loaded>;
  /** Takes in something that happened; resolves to why it was refused, or null. */
  dispatch: (event: Event) => Promise<Fault | null>;
  load: () => Promise<Loaded>;
}

/**
 * Load, step, commit, show: one event after the other, in the order in which they came. The tail of this queue is
 * all that is kept in memory.
 */
export function createDispatcher(surround: Surround): Dispatcher {
  const { now, run, store, isNewSession, inFront, presence, show, watchFor } = surround;
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const result = tail.then(job);
    tail = result.catch(() => undefined);
    return result;
  };

  const take = async (before: State, event: Event, occasion: Shown['occasion']): Promise<Step> => {
    const taken = step(before, event);
    if (taken.state !== before || !isBare(taken)) await store.commit(before, taken.state, taken.records);
    await show({ before, step: taken, occasion, at: event.at, zone: event.zone });
    return taken;
  };

  const current = async (moment: Moment): Promise<Loaded> => {
    const loaded = await store.load();
    if (!(await isNewSession())) return loaded;
    const restarted = await take(loaded.state, { type: 'browser-started', ...moment }, 'started');
    return { ...loaded, state: restarted.state };
  };

  return {
    look(occasion) {
      // Looked at in the same turn as the clock: waiting in the queue must not make an old moment tell of a new page.
      const moment = now();
      const looked = inFront();
      // Awaited below, when its turn has come; until then a failure has nobody to hear it.
      looked.catch(() => undefined);
      return inTurn(async () => {
        const { state, trouble } = await current(moment);
        const { idleSeconds, sites } = state.settings;
        const [{ address, audible }, there] = await Promise.all([looked, presence(idleSeconds)]);
        const listed = address === null ? null : siteFor(siteListOf(sites), address);
        watchFor(listed !== null, idleSeconds);
        const site = listed && { ...listed, audible };
        const idleAfter = idleSeconds * SECOND;
        const event: Event = { type: 'observed', ...moment, site, presence: there, idleAfter, run };
        return { state: (await take(state, event, occasion)).state, trouble };
      });
    },
    dispatch(event) {
      return inTurn(async () => {
        const { state } = await current(event);
        return (await take(state, event, 'asked')).fault;
      });
    },
    load: () => inTurn(() => current(now())),
  };
}

const isBare = ({ records }: Step): boolean =>
  records.visits.length + records.attempts.length + records.rocks.length === 0;
