import { median } from './averages';
import type { DayFigures } from './day-figures';
import type { CategoryId } from './settings';
import { type DayKey, type Duration, MINUTE } from './time';

/** What a day costs that nothing is done about: what reclaimed time is measured against. */
export type Baseline =
  | { of: 'watched'; drift: Duration; days: number; first: DayKey; last: DayKey }
  | { of: 'guess'; drift: Duration };

/** Minutes a day that a person guesses a category costs, before anything was measured. */
export type Guesses = Readonly<Record<CategoryId, number>>;

/** Of the workdays on which nothing was blocked so many count, the first ones. */
export const MOST_WATCHED = 10;

/**
 * The middle of the days worked on which nothing was blocked; without any, the person's own guess; without either, none.
 * `watched` are the first of those days, in order.
 */
export function baselineOf(watched: readonly DayFigures[], guesses: Guesses): Baseline | null {
  const days = watched.slice(0, MOST_WATCHED);
  const [first, last] = [days[0], days.at(-1)];
  if (first && last) {
    const drift = Math.round(median(days, ({ drift }) => drift));
    return { of: 'watched', drift, days: days.length, first: first.day, last: last.day };
  }
  const guessed = Object.values(guesses);
  if (guessed.length === 0) return null;
  return { of: 'guess', drift: guessed.reduce((sum, minutes) => sum + minutes, 0) * MINUTE };
}

/** What a day has given back: nothing on one that was not worked, or that the baseline itself was taken from. */
export function reclaimedOn(
  { day, drift, isWorked }: DayFigures,
  baseline: Baseline | null,
  watched: ReadonlySet<DayKey>,
): Duration {
  if (!baseline || !isWorked || watched.has(day)) return 0;
  return Math.max(0, baseline.drift - drift);
}
