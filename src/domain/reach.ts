import type { Observation, Sighting } from './observation';
import { BEAT, REVIVAL } from './rhythm';
import { type Duration, type Instant, instant, SECOND } from './time';

/** One run of the worker beats every 2 s, so a silence this long in it means that the computer slept. */
const SLEPT: Duration = 5 * BEAT;

/** A killed worker is back after the alarm, or after the next one, with some room for a late one and a slow start. */
const GONE: Duration = 2 * REVIVAL + 15 * SECOND;

/** The wall clock and the one that nobody can set may differ by this much between two beats; more, and it was set. */
const TIME_SET: Duration = SECOND;

/** How far an open visit is known to reach, by its own time. */
export interface Reach {
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
export function reachOf(lastSeenAt: Instant, before: Sighting | null, seen: Observation): Reach {
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
