import { median } from './averages';
import type { DayTerms } from './day-terms';
import { groupedBy } from './grouped';
import type { Rock } from './rock';
import type { CategoryId, Settings } from './settings';
import type { DayKey, Duration } from './time';
import type { DayTotal } from './totals';
import { isWorkday } from './work-hours';

/** The figures of one day: what reports of longer periods are made from. */
export interface DayFigures {
  day: DayKey;
  /** There were work hours. */
  isWorkday: boolean;
  /** And somebody worked: a rock was pinned, or a listed site had attention or was attempted. */
  isWorked: boolean;
  /** Anything was blocked at any time. */
  isBlocked: boolean;
  /** Time on listed sites outside any pass. */
  drift: Duration;
  passTime: Duration;
  checks: number;
  attempts: number;
  /** Rocks pinned, and those of them that are done. */
  pinned: number;
  done: number;
  /** Drift by category; none for those without any. */
  byCategory: Readonly<Record<CategoryId, Duration>>;
}

export interface DaysMaterial {
  days: readonly DayKey[];
  totals: readonly DayTotal[];
  terms: readonly DayTerms[];
  rocks: readonly Rock[];
  /** For days of which no terms are known, as of before they were noted. */
  settings: Pick<Settings, 'workHours' | 'daysOff'>;
}

export const driftOf = ({ time, passTime }: Pick<DayTotal, 'time' | 'passTime'>): Duration => time - passTime;

/** One row for each of the days, in their order. */
export function dayFigures({ days, totals, terms, rocks, settings }: DaysMaterial): DayFigures[] {
  const termsOf = new Map(terms.map(each => [each.day, each]));
  const totalsOf = groupedBy(totals, ({ day }) => day);
  const rocksOf = groupedBy(rocks, ({ day }) => day);
  return days.map(day => {
    const own = totalsOf.get(day) ?? [];
    const pinned = rocksOf.get(day) ?? [];
    const known = termsOf.get(day);
    const isWork = known ? known.work.length > 0 : isWorkday(day, settings);
    const sum = (pick: (total: DayTotal) => number) => own.reduce((all, total) => all + pick(total), 0);
    return {
      day,
      isWorkday: isWork,
      isWorked: isWork && (pinned.length > 0 || own.length > 0),
      isBlocked: known ? known.kind === 'blocked' : pinned.length > 0,
      drift: sum(driftOf),
      passTime: sum(({ passTime }) => passTime),
      checks: sum(({ checks }) => checks),
      attempts: sum(({ attempts }) => attempts),
      pinned: pinned.length,
      done: pinned.filter(({ status }) => status === 'done').length,
      byCategory: driftByCategory(own),
    };
  });
}

function driftByCategory(totals: readonly DayTotal[]): Record<CategoryId, Duration> {
  const sums: Record<CategoryId, Duration> = {};
  for (const total of totals.filter(total => driftOf(total) > 0))
    sums[total.category] = (sums[total.category] ?? 0) + driftOf(total);
  return sums;
}

/** Drift, passes and checks in the middle of some days. */
export interface Usual {
  /** How many days it is the middle of. */
  days: number;
  drift: Duration;
  passTime: Duration;
  checks: number;
  byCategory: Readonly<Record<CategoryId, Duration>>;
}

/** From how many days on there is a usual one. */
const FEWEST = 3;

/** What is usual of a day worked; null of too few. */
export function usualOf(figures: readonly DayFigures[], categories: readonly CategoryId[]): Usual | null {
  const worked = figures.filter(({ isWorked }) => isWorked);
  if (worked.length < FEWEST) return null;
  const middle = (pick: (day: DayFigures) => number) => Math.round(median(worked, pick));
  return {
    days: worked.length,
    drift: middle(({ drift }) => drift),
    passTime: middle(({ passTime }) => passTime),
    checks: middle(({ checks }) => checks),
    byCategory: Object.fromEntries(
      categories.map(id => [id, middle(({ byCategory }) => byCategory[id] ?? 0)]),
    ),
  };
}
