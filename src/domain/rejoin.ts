import type { CategoryId } from './settings';
import type { State } from './state';
import type { Instant } from './time';
import { restart, type Tracked, type Tracker } from './tracker';
import type { OpenVisit, Visit } from './visit';

type Began = Pick<OpenVisit, 'site' | 'clock'> & { at: Instant };

/**
 * Two trackers of the same person made one: what the database holds, and what was tracked while it could not be
 * written. A visit that the database holds open goes on where the later tracker knows of it; otherwise it was
 * interrupted, and ended when it was last seen.
 */
export function rejoined(stored: State, later: Tracker, since: readonly Visit[]): Tracked {
  const { open } = stored.tracker;
  const known: Began[] = since.map(({ start, site, clock }) => ({ at: start, site, clock }));
  if (later.open) known.push({ ...later.open, at: later.open.startedAt });
  const goesOn = open !== null && known.some(visit => isSame(visit, open));
  const ended = goesOn
    ? { tracker: stored.tracker, visits: [] }
    : restart(stored.tracker, stored.settings.dayStart);
  const tracker: Tracker = {
    open: goesOn ? furthest(open, later.open) : later.open,
    lastAttention: latest(ended.tracker.lastAttention, later.lastAttention),
    clock: Math.max(stored.tracker.clock, later.clock),
    seen: later.seen,
    hushed: later.hushed,
  };
  return { tracker, visits: ended.visits };
}

const isSame = (visit: Began, open: OpenVisit): boolean =>
  visit.at === open.startedAt && visit.site === open.site && visit.clock === open.clock;

/** The same visit as far as either has seen it; what the later tracker has open now counts. */
function furthest(stored: OpenVisit, later: OpenVisit | null): OpenVisit | null {
  const isStill = later?.startedAt === stored.startedAt && later.site === stored.site;
  return isStill && stored.lastSeenAt > later.lastSeenAt ? stored : later;
}

function latest(one: Tracker['lastAttention'], other: Tracker['lastAttention']): Tracker['lastAttention'] {
  const later = Object.entries(other).filter(
    ([category, at]) => at > (one[category as CategoryId] ?? -Infinity),
  );
  return { ...one, ...Object.fromEntries(later) };
}
