import { dayOf, hourOf, nextCut } from './calendar';
import type { Pattern } from './pattern';
import type { CategoryId } from './settings';
import { type DayKey, type Duration, type Instant, MINUTE, type Zone } from './time';

/**
 * An unbroken span of attention on one site, within one hour of one day. Its identity is its start, its site, and the
 * setting of the clock: where a clock is set back, the same instants come twice.
 */
export interface Visit {
  start: Instant;
  end: Instant;
  site: Pattern;
  category: CategoryId;
  zone: Zone;
  day: DayKey;
  /** The wall clock's hour, 0 to 23. */
  hour: number;
  /** Whether it began a minute or more after the last attention to its category: "I looked again". */
  check: boolean;
  /** The pass it belongs to, if it was on purpose. */
  pass: string | null;
  /** How often the clock had been set back before it. */
  clock: number;
}

/** A visit still going on. */
export interface OpenVisit {
  site: Pattern;
  category: CategoryId;
  startedAt: Instant;
  /** The last moment at which someone was known to be there. */
  lastSeenAt: Instant;
  zone: Zone;
  check: boolean;
  /** Whether the tab played sound when it was last seen. */
  audible: boolean;
  /** Until when the tab was known to play sound, if it did. */
  soundAt: Instant | null;
  /** How often the clock had been set back before it. */
  clock: number;
  /** The pass by which the site was open. */
  pass: string | null;
}

/** Attention returning sooner than this is still the same look. */
export const CHECK_GAP: Duration = MINUTE;

export function visitLength(visit: Visit): Duration {
  return visit.end - visit.start;
}

/** An open visit as it would be recorded if it ended at `end`: cut at every hour, day and change of clocks. */
export function visitsOf(open: OpenVisit, end: Instant, dayStart: number): Visit[] {
  const visits: Visit[] = [];
  let start = open.startedAt;
  while (start < end) {
    const moment = { at: start, zone: open.zone };
    const cut = Math.min(nextCut(moment), end) as Instant;
    visits.push({
      start,
      end: cut,
      site: open.site,
      category: open.category,
      zone: open.zone,
      day: dayOf(moment, dayStart),
      hour: hourOf(moment),
      check: open.check && visits.length === 0,
      pass: open.pass,
      clock: open.clock,
    });
    start = cut;
  }
  return visits;
}
