import type { Pattern } from './pattern';
import type { CategoryId } from './settings';
import { type Duration, type Instant, instant, MINUTE, type Moment, SECOND } from './time';
import { CHECK_GAP, type OpenVisit, type Visit, visitsOf } from './visit';

/** What the tracker remembers between two events. At most one visit is open. */
export interface Tracker {
  open: OpenVisit | null;
  /** When each category last had attention. */
  lastAttention: Readonly<Record<CategoryId, Instant>>;
  /** How often the clock has been set back. */
  clock: number;
  /** The last observation that mattered, by the run of the worker that made it. */
  seen: Sighting | null;
  /** The site whose sound carried a visit to its end: should it sound again, or still, it goes on. */
  hushed: Pattern | null;
}

/** When something was seen, by clocks that nobody can set. */
export interface Sighting {
  run: string;
  /** How long that run of the worker had been up. */
  uptime: Duration;
  /** Counts what was news, through all runs since the browser was started. */
  order: number;
}

export type Presence = 'active' | 'idle' | 'locked';

/** What was in front of the person at a moment, as the browser tells it. */
export interface Observation extends Moment, Sighting {
  /** The listed site in the active tab of the focused window, if there is one. */
  site: { site: Pattern; category: CategoryId; audible: boolean } | null;
  presence: Presence;
  /** How long nobody has touched anything, where presence is idle. */
  idleFor: Duration;
  /** For how long after its last sound the browser goes on calling a tab audible. */
  linger: Duration;
}

export interface Tracked {
  tracker: Tracker;
  visits: Visit[];
}

export const NEW_TRACKER: Tracker = { open: null, lastAttention: {}, clock: 0, seen: null, hushed: null };

/** Attention is written down every so often while a visit is open. */
export const BEAT: Duration = 2 * SECOND;

/** A worker that stopped is started again by an alarm this long after the last one. */
export const REVIVAL: Duration = 30 * SECOND;

/** One run of the worker beats every 2 s, so a silence this long in it means that the computer slept. */
const SLEPT: Duration = 5 * BEAT;

/** A killed worker is back after the alarm, or after the next one, with some room for a late one and a slow start. */
const GONE: Duration = 2 * REVIVAL + 15 * SECOND;

/** The wall clock and the one that nobody can set may differ by this much between two beats; more, and it was set. */
const TIME_SET: Duration = SECOND;

/** Sound that comes back within this is the same thing playing on: the next song, the next video. */
const HUSH: Duration = MINUTE;

/** How exactly the end of a tab's sound and that of idleness held off by it come together. */
const ECHO: Duration = SECOND / 2;

/** Takes in what is in front of the person now; returns the visits that have ended. */
export function observe(tracker: Tracker, seen: Observation, dayStart: number): Tracked {
  if (isOldNews(tracker, seen)) return { tracker, visits: [] };
  const { open } = tracker;
  if (!open) return { tracker: begun(tracker, seen), visits: [] };
  const reach = reachOf(tracker, open, seen);
  if (reach.isWhole && goesOn(open, seen)) return { tracker: extended(tracker, open, seen), visits: [] };
  const { end, bySound } = endOf(open, seen, reach);
  const after = ended(tracker, end, dayStart);
  const hushed = bySound && seen.site?.site === open.site ? open.site : null;
  return { ...after, tracker: begun({ ...after.tracker, hushed, seen: sightingOf(seen) }, seen) };
}

/** Whether what a run of the worker saw before it ended is older than what is known. */
export function isSuperseded({ seen }: Tracker, { run, uptime, order }: Sighting): boolean {
  if (!seen) return false;
  return seen.run === run ? uptime < seen.uptime : order <= seen.order;
}

/** Whether this run has seen something later already. */
function isOldNews({ seen }: Tracker, { run, uptime }: Sighting): boolean {
  return seen?.run === run && uptime < seen.uptime;
}

/** The browser was started anew: whatever was open ended when it was last seen. */
export function restart(tracker: Tracker, dayStart: number): Tracked {
  if (!tracker.open && !tracker.seen) return { tracker, visits: [] };
  const before = tracker.open ? ended(tracker, tracker.open.lastSeenAt, dayStart) : { tracker, visits: [] };
  // Nothing that is seen from now on can be older than what is known.
  return { ...before, tracker: { ...before.tracker, seen: null, hushed: null } };
}

/** How far an open visit is known to reach, by its own time. */
interface Reach {
  reached: Instant;
  /** What its own time would be now; null where nobody knows. */
  now: Instant | null;
  /** Whether nothing has come between. */
  isWhole: boolean;
}

/**
 * One run of the worker knows how much time has truly passed: where the wall clock says something else, it was set, or
 * the computer slept. From one run to the next there is the wall clock alone.
 */
function reachOf({ seen: before }: Tracker, { lastSeenAt }: OpenVisit, seen: Observation): Reach {
  const silence = seen.at - lastSeenAt;
  const whole = { reached: seen.at, now: seen.at, isWhole: true };
  if (seen.run !== before?.run) {
    if (silence < 0) return { reached: lastSeenAt, now: null, isWhole: false };
    return silence > GONE ? { reached: lastSeenAt, now: seen.at, isWhole: false } : whole;
  }
  const passed = seen.uptime - before.uptime;
  const now = instant(lastSeenAt + passed);
  if (passed > SLEPT) return { reached: lastSeenAt, now, isWhole: false };
  return Math.abs(silence - passed) > TIME_SET ? { reached: now, now, isWhole: false } : whole;
}

const isSame = (open: OpenVisit, { site, zone }: Observation): boolean =>
  site?.site === open.site && zone === open.zone;

/** Sound that began while somebody was there keeps a visit going when nobody touches anything. */
function goesOn(open: OpenVisit, seen: Observation): boolean {
  if (!isSame(open, seen)) return false;
  return (
    seen.presence === 'active' || (seen.presence === 'idle' && open.audible && seen.site?.audible === true)
  );
}

/** Where a visit ends: where it reached, or when the person left, at the last input or when the sound stopped. */
function endOf(open: OpenVisit, seen: Observation, { reached, now }: Reach) {
  if (seen.presence !== 'idle' || now === null) return { end: reached, bySound: false };
  const touchedAt = Math.max(open.startedAt, touchedUntil(open, seen, now));
  const heardAt = Math.max(open.startedAt, heardUntil(open, seen, reached) ?? open.startedAt);
  const end = instant(Math.min(reached, Math.max(touchedAt, heardAt)));
  return { end, bySound: open.audible || heardAt > touchedAt };
}

/**
 * When somebody last touched anything. While a tab plays, some systems hold idleness off, and count it from when the
 * browser lets go; that is when it has ceased to call the tab audible, and no touch.
 */
function touchedUntil(open: OpenVisit, { idleFor, linger }: Observation, now: Instant): Instant {
  const touchedAt = instant(now - idleFor);
  const isEcho = open.soundAt !== null && Math.abs(touchedAt - linger - open.soundAt) < ECHO;
  return isEcho && linger > 0 ? open.startedAt : touchedAt;
}

/** Until when there was sound: sound that has just stopped was heard until now, but for what the browser adds. */
function heardUntil(open: OpenVisit, { site, linger }: Observation, now: Instant): Instant | null {
  const hasStopped = open.audible && site?.site === open.site && !site.audible;
  if (hasStopped) return instant(now - linger);
  return open.audible ? now : open.soundAt;
}

function extended(tracker: Tracker, open: OpenVisit, seen: Observation): Tracker {
  const audible = seen.site?.audible === true;
  const soundAt = audible ? seen.at : heardUntil(open, seen, seen.at);
  return { ...tracker, open: { ...open, lastSeenAt: seen.at, audible, soundAt }, seen: sightingOf(seen) };
}

function begun(tracker: Tracker, seen: Observation): Tracker {
  const { at, zone, site } = seen;
  if (!site || !begins(tracker, seen)) return stillHushed(tracker, seen);
  const last = tracker.lastAttention[site.category];
  const wasSetBack = Object.values(tracker.lastAttention).some(end => at < end);
  const clock = tracker.clock + (wasSetBack ? 1 : 0);
  const open: OpenVisit = {
    site: site.site,
    category: site.category,
    startedAt: at,
    lastSeenAt: at,
    zone,
    check: last === undefined || at - last >= CHECK_GAP,
    audible: site.audible,
    soundAt: site.audible ? at : null,
    clock,
  };
  return { ...tracker, open, clock, seen: sightingOf(seen), hushed: null };
}

/** Somebody who is there begins a visit; sound alone does not, but it takes up one that it had carried before. */
function begins({ hushed, lastAttention }: Tracker, { at, presence, site }: Observation): boolean {
  if (presence === 'active') return true;
  if (presence !== 'idle' || !site?.audible || site.site !== hushed) return false;
  const last = lastAttention[site.category];
  return last !== undefined && at - last < HUSH;
}

function stillHushed(tracker: Tracker, { presence, site }: Observation): Tracker {
  if (tracker.hushed === null) return tracker;
  const isStill = presence === 'idle' && site?.site === tracker.hushed;
  return isStill ? tracker : { ...tracker, hushed: null };
}

function ended(tracker: Tracker, end: Instant, dayStart: number): Tracked {
  const { open, lastAttention } = tracker;
  if (!open) return { tracker, visits: [] };
  const visits = visitsOf(open, end, dayStart);
  // A visit of no length is none: whoever comes back looks again.
  const attended = visits.length > 0 ? { ...lastAttention, [open.category]: end } : lastAttention;
  return { tracker: { ...tracker, open: null, lastAttention: attended, hushed: null }, visits };
}

const sightingOf = ({ run, uptime, order }: Sighting): Sighting => ({ run, uptime, order });
