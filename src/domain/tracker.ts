import { endOf, heardUntil } from './departure';
import type { Observation, Sighting } from './observation';
import type { Pattern } from './pattern';
import { reachOf } from './reach';
import type { CategoryId } from './settings';
import { type Duration, type Instant, MINUTE } from './time';
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

export interface Tracked {
  tracker: Tracker;
  visits: Visit[];
}

export const NEW_TRACKER: Tracker = { open: null, lastAttention: {}, clock: 0, seen: null, hushed: null };

/** Sound that comes back within this is the same thing playing on: the next song, the next video. */
const HUSH: Duration = MINUTE;

/** Takes in what is in front of the person now; returns the visits that have ended. */
export function observe(tracker: Tracker, seen: Observation, dayStart: number): Tracked {
  if (isOldNews(tracker, seen)) return { tracker, visits: [] };
  const { open } = tracker;
  if (!open) return { tracker: begun(tracker, seen), visits: [] };
  const reach = reachOf(open.lastSeenAt, tracker.seen, seen);
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

const isSame = (open: OpenVisit, { site, zone }: Observation): boolean =>
  site?.site === open.site && site.pass === open.pass && zone === open.zone;

/** Sound that began while somebody was there keeps a visit going when nobody touches anything. */
function goesOn(open: OpenVisit, seen: Observation): boolean {
  if (!isSame(open, seen)) return false;
  return (
    seen.presence === 'active' || (seen.presence === 'idle' && open.audible && seen.site?.audible === true)
  );
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
    pass: site.pass,
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
