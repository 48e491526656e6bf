import { median } from './averages';
import type { DayFigures } from './day-figures';
import { groupedBy } from './grouped';
import { type Period, periodWith } from './period';
import type { CategoryId } from './settings';
import type { DayKey, Duration } from './time';

/** Average drift a day, by category, in steps: days, or weeks of a year. */
export interface Trend {
  steps: readonly { first: DayKey; last: DayKey; byCategory: Readonly<Record<CategoryId, Duration>> }[];
  /** In the middle of the steps with a day worked. */
  medians: Readonly<Record<CategoryId, Duration>>;
}

/** The trend over the days of a period, by weeks in a year. */
export function trendOf({ kind }: Period, days: readonly DayFigures[]): Trend {
  const steps = [
    ...groupedBy(days, ({ day }) => (kind === 'year' ? periodWith('week', day).key : day)).values(),
  ];
  const ids = [...new Set(days.flatMap(({ byCategory }) => Object.keys(byCategory) as CategoryId[]))];
  const averages = steps.map(step => ({
    isWorked: step.some(({ isWorked }) => isWorked),
    first: step[0]?.day as DayKey,
    last: step.at(-1)?.day as DayKey,
    byCategory: Object.fromEntries(
      ids.map(id => [
        id,
        Math.round(step.reduce((sum, day) => sum + (day.byCategory[id] ?? 0), 0) / step.length),
      ]),
    ),
  }));
  const worked = averages.filter(({ isWorked }) => isWorked);
  return {
    steps: averages.map(({ isWorked: _, ...step }) => step),
    medians: Object.fromEntries(
      ids.map(id => [id, Math.round(median(worked, ({ byCategory }) => byCategory[id] ?? 0))]),
    ),
  };
}
