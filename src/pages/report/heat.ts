import { scaleQuantile } from 'd3-scale';
import type { Duration } from '../../domain/time';

/** How many shades there are beside none. */
export const SHADES = [1, 2, 3, 4] as const;

/** The shade of a time among others: 0 for none, and as many of each shade as can be. */
export function shadesOf(times: readonly Duration[]): (time: Duration) => number {
  const some = times.filter(time => time > 0);
  if (some.length === 0) return () => 0;
  const scale = scaleQuantile<number>().domain(some).range(SHADES);
  return time => (time > 0 ? scale(time) : 0);
}
