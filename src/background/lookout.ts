import type { Glimpse, InFront } from '../browser/look-around';
import { passFor } from '../domain/door';
import type { Presence } from '../domain/observation';
import { siteFor, siteListOf } from '../domain/site-list';
import type { State } from '../domain/state';
import type { Event } from '../domain/step';
import { type Duration, instant, type Moment, SECOND } from '../domain/time';

/** What a look at the browser tells before anybody has asked whether somebody is there. */
export type Seen = Omit<Glimpse, 'presence' | 'askedFor' | 'order'>;
export type Observed = Extract<Event, { type: 'observed' }>;

export interface Outlook {
  now: () => Moment;
  /** How long this run of the worker has been up, by a clock that nobody can set. */
  uptime: () => Duration;
  run: string;
  inFront: () => Promise<InFront>;
  presence: (idleSeconds: number) => Promise<Presence>;
  /** How long nobody has touched anything, where that is at least so many seconds. */
  idleTime: (atLeast: number) => Promise<Duration>;
}

export interface Lookout {
  /** What is in front, as of the moment of the call: waiting must not make an old moment tell of a new page. */
  look: () => Promise<Seen>;
  /** Adds whether somebody is there, that is, has touched something within so many seconds. */
  glimpseOf: (seen: Seen, order: number, askedFor: number) => Promise<Glimpse>;
  /** What a glimpse of now means, by the settings. */
  observationOf: (glimpse: Glimpse, state: State) => Promise<Observed>;
  /** What the glimpse of an earlier run meant. */
  recollectionOf: (glimpse: Glimpse, state: State, now: Moment) => Promise<Observed>;
}

/** Looks at the browser, and makes of what it says what the tracker wants to know. */
export function createLookout({ now, uptime, run, inFront, presence, idleTime }: Outlook): Lookout {
  /** How long nobody has been there, where that ends a visit: only then it is worth a second to know. */
  const idleFor = async (glimpse: Glimpse, there: Presence, { settings, tracker: { open } }: State) => {
    const isLeaving = there === 'idle' && open !== null && !(open.audible && glimpse.audible);
    return isLeaving ? (await idleTime(settings.idleSeconds)) - (uptime() - glimpse.uptime) : 0;
  };

  /** How long nobody had been there then: as it is known by now, or what it takes to be idle. */
  const idleThen = async ({ presence: then, askedFor, at }: Glimpse, moment: Moment) => {
    const isStill = then === 'idle' && (await presence(askedFor)) === 'idle';
    const known = isStill ? (await idleTime(askedFor)) - (moment.at - at) : 0;
    return Math.max(askedFor * SECOND, known);
  };

  let hasLooked = false;

  /** The first look is for what started this run, which came before it: not when its code had been read at last. */
  const moment = (): Moment & { uptime: Duration } => {
    const [moment, up] = [now(), uptime()];
    if (hasLooked) return { ...moment, uptime: up };
    hasLooked = true;
    return { ...moment, at: instant(moment.at - up), uptime: 0 };
  };

  return {
    async look() {
      const seen = { ...moment(), run };
      return { ...seen, ...(await inFront()) };
    },
    async glimpseOf(seen, order, askedFor) {
      return { ...seen, order, askedFor, presence: await presence(askedFor) };
    },
    async observationOf(glimpse, state) {
      const { idleSeconds } = state.settings;
      const there = glimpse.askedFor === idleSeconds ? glimpse.presence : await presence(idleSeconds);
      return observed({ ...glimpse, presence: there }, await idleFor(glimpse, there, state), state);
    },
    async recollectionOf(glimpse, state, moment) {
      return observed(glimpse, await idleThen(glimpse, moment), state);
    },
  };
}

/** The listed site that an address belongs to. */
export const listedSite = ({ settings }: State, address: string | null) =>
  address === null ? null : siteFor(siteListOf(settings.sites), address);

function observed(glimpse: Glimpse, idleFor: Duration, state: State): Observed {
  const { address, audible, tabId, behind: _, askedFor: __, ...seen } = glimpse;
  const site = listedSite(state, address);
  const pass = site && passFor(state.door, tabId, site.site);
  return { type: 'observed', ...seen, site: site && { ...site, audible, pass: pass?.id ?? null }, idleFor };
}
