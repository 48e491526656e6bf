import type { Pattern } from './pattern';
import type { CategoryId } from './settings';
import { type Duration, type Instant, instant, type Moment, SECOND } from './time';
import { CHECK_GAP, type OpenVisit, type Visit, visitsOf } from './visit';

/** What the tracker remembers between two events. At most one visit is open. */
export interface Tracker {
  open: OpenVisit | null;
  /** When each category last had attention. */
  lastAttention: Readonly<Record<CategoryId, Instant>>;
  /** How often the clock has been set back. */
  clock: number;
}

export type Presence = 'active' | 'idle' | 'locked';

/** What was in front of the person at a moment, as the browser tells it. */
export interface Observation extends Moment {
  /** The listed site in the active tab of the focused window, if there is one. */
  site: { site: Pattern; category: CategoryId; audible: boolean } | null;
  presence: Presence;
  /** How long nobody has touched anything when presence turns idle. */
  idleAfter: Duration;
  /** Names this run of the worker. */
  run: string;
}

export interface Tracked {
  tracker: Tracker;
  visits: Visit[];
}

export const NEW_TRACKER: Tracker = { open: null, lastAttention: {}, clock: 0 };

/** Attention is written down every so often while a visit is open. */
export const BEAT: Duration = 2 * SECOND;

/** A worker that stopped is started again by an alarm this long after the last one. */
export const REVIVAL: Duration = 30 * SECOND;

/** One run of the worker beats every 2 s, so a silence this long in it means that the computer slept. */
const SLEPT: Duration = 5 * BEAT;

/** A killed worker is back after the alarm at the latest, with some room for a late alarm and a slow start. */
const GONE: Duration = REVIVAL + 15 * SECOND;

/** Takes in what is in front of the person now; returns the visits that have ended. */
export function observe(tracker: Tracker, seen: Observation, dayStart: number): Tracked {
  const visits: Visit[] = [];
  const broken = breakAt(tracker.open, seen);
  const before = broken === null ? { tracker, visits } : ended(tracker, broken, dayStart);
  const open = before.tracker.open;
  visits.push(...(broken === null ? [] : before.visits));

  if (open && goesOn(open, seen)) {
    return { tracker: { ...before.tracker, open: extended(open, seen) }, visits };
  }
  const after = open ? ended(before.tracker, endOf(open, seen), dayStart) : before;
  if (open) visits.push(...after.visits);
  return { tracker: begun(after.tracker, seen), visits };
}

/** The browser was started anew: whatever was open ended when it was last seen. */
export function restart(tracker: Tracker, dayStart: number): Tracked {
  return tracker.open ? ended(tracker, tracker.open.lastSeenAt, dayStart) : { tracker, visits: [] };
}

/** Where an open visit was interrupted without anyone being told; null if it was not. */
function breakAt(open: OpenVisit | null, seen: Observation): Instant | null {
  if (!open) return null;
  const silence = seen.at - open.lastSeenAt;
  const limit = seen.run === open.run ? SLEPT : GONE;
  return silence < 0 || silence > limit ? open.lastSeenAt : null;
}

/** Sound keeps a visit going while nobody touches anything, but it does not begin one. */
function goesOn(open: OpenVisit, seen: Observation): boolean {
  if (seen.site?.site !== open.site || seen.zone !== open.zone) return false;
  return seen.presence === 'active' || (seen.presence === 'idle' && seen.site.audible);
}

function extended(open: OpenVisit, { at, run, site }: Observation): OpenVisit {
  return { ...open, lastSeenAt: at, run, soundAt: site?.audible ? at : open.soundAt };
}

/** An idle visit ended at the last input, or when its sound stopped; any other ends now. */
function endOf(open: OpenVisit, { at, presence, idleAfter }: Observation): Instant {
  if (presence !== 'idle') return at;
  return instant(Math.min(at, Math.max(open.startedAt, at - idleAfter, open.soundAt ?? open.startedAt)));
}

function begun(tracker: Tracker, { at, zone, site, presence, run }: Observation): Tracker {
  if (!site || presence !== 'active') return tracker;
  const last = tracker.lastAttention[site.category];
  const wasSetBack = Object.values(tracker.lastAttention).some(ended => at < ended);
  const clock = tracker.clock + (wasSetBack ? 1 : 0);
  const open: OpenVisit = {
    site: site.site,
    category: site.category,
    startedAt: at,
    lastSeenAt: at,
    zone,
    check: last === undefined || at - last >= CHECK_GAP || at < last,
    soundAt: site.audible ? at : null,
    run,
    clock,
  };
  return { ...tracker, open, clock };
}

function ended(tracker: Tracker, end: Instant, dayStart: number): Tracked {
  const { open, lastAttention } = tracker;
  if (!open) return { tracker, visits: [] };
  return {
    tracker: { ...tracker, open: null, lastAttention: { ...lastAttention, [open.category]: end } },
    visits: visitsOf(open, end, dayStart),
  };
}
