import type { Pattern } from './pattern';
import type { Records } from './records';
import type { CategoryId } from './settings';
import type { DayKey, Duration } from './time';
import { type Visit, visitLength } from './visit';

/** What one site cost on one day. Kept for ever; what reports read. */
export interface DayTotal {
  day: DayKey;
  site: Pattern;
  category: CategoryId;
  time: Duration;
  checks: number;
  attempts: number;
  passTime: Duration;
}

/** What one category cost in one hour of one day, by the wall clock. */
export interface HourTotal {
  day: DayKey;
  hour: number;
  category: CategoryId;
  time: Duration;
  /** How much of it was on purpose. */
  passTime: Duration;
}

/** The rows by which records raise the day totals: one per day and site. */
export function dayTotalsOf({ visits, attempts }: Pick<Records, 'visits' | 'attempts'>): DayTotal[] {
  const rows = [
    ...visits.map(visit => totalOf(visit)),
    ...attempts.map(({ day, site, category }) => ({ ...emptyTotal(day, site, category), attempts: 1 })),
  ];
  return summed(rows, row => `${row.day} ${row.site}`, addDayTotals);
}

/** The rows by which visits raise the hour totals: one per day, hour and category. */
export function hourTotalsOf(visits: readonly Visit[]): HourTotal[] {
  const rows = visits.map(visit => ({
    day: visit.day,
    hour: visit.hour,
    category: visit.category,
    time: visitLength(visit),
    passTime: visit.pass === null ? 0 : visitLength(visit),
  }));
  return summed(rows, row => `${row.day} ${row.hour} ${row.category}`, addHourTotals);
}

/** The category is that of the later row: a site may have moved. */
export function addDayTotals(one: DayTotal, other: DayTotal): DayTotal {
  return {
    ...other,
    time: one.time + other.time,
    checks: one.checks + other.checks,
    attempts: one.attempts + other.attempts,
    passTime: one.passTime + other.passTime,
  };
}

export function addHourTotals(one: HourTotal, other: HourTotal): HourTotal {
  return { ...one, time: one.time + other.time, passTime: one.passTime + other.passTime };
}

/** Rows with the same key added up, in the order in which the keys first come. */
export function summed<T>(rows: readonly T[], keyOf: (row: T) => string, add: (one: T, other: T) => T): T[] {
  const sums = new Map<string, T>();
  for (const row of rows) {
    const key = keyOf(row);
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? row : add(sum, row));
  }
  return [...sums.values()];
}

export const emptyTotal = (day: DayKey, site: Pattern, category: CategoryId): DayTotal => ({
  day,
  site,
  category,
  time: 0,
  checks: 0,
  attempts: 0,
  passTime: 0,
});

function totalOf(visit: Visit): DayTotal {
  const time = visitLength(visit);
  return {
    ...emptyTotal(visit.day, visit.site, visit.category),
    time,
    checks: visit.check ? 1 : 0,
    passTime: visit.pass === null ? 0 : time,
  };
}
