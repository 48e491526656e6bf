import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { type Duration, HOUR, MINUTE } from '../../domain/time';

/** Steps between lines that read well as times. */
const STEPS: readonly Duration[] = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720].map(
  minutes => minutes * MINUTE,
);
const MOST_LINES = 4;

/** A scale of times from nothing to at least `most`, as shares of its height; and where its lines are. */
export function durationAxis(most: Duration): { scale: ScaleLinear<number, number>; lines: Duration[] } {
  const step = STEPS.find(step => most / step <= MOST_LINES) ?? 24 * HOUR;
  const count = Math.max(1, Math.ceil(most / step));
  const scale = scaleLinear([0, count * step], [0, 1]);
  return { scale, lines: Array.from({ length: count + 1 }, (_, i) => i * step) };
}
