import { addDayTotals, type DayTotal, dayTotalsOf, emptyTotal, type HourTotal, hourTotalsOf } from './totals';
import type { Visit } from './visit';

export interface VisitsOfTotals {
  /** Everybody's visits of these days, each once. */
  union: readonly Visit[];
  /** Those that the file added or made longer. */
  changed: readonly Visit[];
  /** The pieces of the visit going on here, which no row counts yet. */
  open: readonly Visit[];
}

/**
 * The rows of ours that a file raises, as they become. Each figure is the largest of ours, the file's, and what
 * everybody's visits come to. What no visit accounts for (visits that were deleted with age, attempts) may be the
 * same here and there, so it is not added up: what the file says of a visit deleted here counts once.
 */
export function mergedDays(
  ours: readonly DayTotal[],
  brought: readonly DayTotal[],
  { union, changed, open }: VisitsOfTotals,
): DayTotal[] {
  const own = byKey(ours, dayKey);
  const file = byKey(brought, dayKey);
  const visited = byKey(dayTotalsOf({ visits: union, attempts: [] }), dayKey);
  const going = byKey(dayTotalsOf({ visits: open, attempts: [] }), dayKey);
  const keys = new Set([...brought.map(dayKey), ...changed.map(dayKey)]);
  return [...keys].flatMap(key => {
    const before = own.get(key);
    const sources = [before, file.get(key), visited.get(key)].filter(row => row !== undefined);
    const [first] = sources;
    if (first === undefined) return [];
    const none = emptyTotal(first.day, first.site, first.category);
    const ahead = going.get(key) ?? none;
    const largest = [addDayTotals(ahead, before ?? none), ...sources].reduce(largestTotal);
    const after = { ...less(largest, ahead), category: first.category };
    return isSame(before ?? none, after) ? [] : [after];
  });
}

/** The same by the hour. */
export function mergedHours(
  ours: readonly HourTotal[],
  brought: readonly HourTotal[],
  { union, changed, open }: VisitsOfTotals,
): HourTotal[] {
  const own = byKey(ours, hourKey);
  const going = byKey(hourTotalsOf(open), hourKey);
  const file = byKey(brought, hourKey);
  const visited = byKey(hourTotalsOf(union), hourKey);
  const keys = new Set([...brought.map(hourKey), ...changed.map(hourKey)]);
  return [...keys].flatMap(key => {
    const before = own.get(key);
    const [first = before] = [visited.get(key), file.get(key)].filter(row => row !== undefined);
    if (first === undefined) return [];
    const largest = (of: 'time' | 'passTime') => {
      const ahead = going.get(key)?.[of] ?? 0;
      const figures = [visited, file].map(rows => rows.get(key)?.[of] ?? 0);
      return Math.max((before?.[of] ?? 0) + ahead, ...figures) - ahead;
    };
    const after = { ...first, time: largest('time'), passTime: largest('passTime') };
    const isChanged = after.time !== (before?.time ?? 0) || after.passTime !== (before?.passTime ?? 0);
    return isChanged ? [after] : [];
  });
}

const dayKey = ({ day, site }: Pick<DayTotal, 'day' | 'site'>): string => `${day} ${site}`;

const hourKey = ({ day, hour, category }: Pick<HourTotal, 'day' | 'hour' | 'category'>): string =>
  `${day} ${hour} ${category}`;

const byKey = <T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T> =>
  new Map(rows.map(row => [keyOf(row), row]));

const eachFigure = (
  one: DayTotal,
  other: DayTotal,
  of: (one: number, other: number) => number,
): DayTotal => ({
  ...one,
  time: of(one.time, other.time),
  checks: of(one.checks, other.checks),
  attempts: of(one.attempts, other.attempts),
  passTime: of(one.passTime, other.passTime),
});

const largestTotal = (one: DayTotal, other: DayTotal): DayTotal => eachFigure(one, other, Math.max);

const less = (one: DayTotal, other: DayTotal): DayTotal => eachFigure(one, other, (a, b) => a - b);

const isSame = (one: DayTotal, other: DayTotal): boolean =>
  one.time === other.time &&
  one.checks === other.checks &&
  one.attempts === other.attempts &&
  one.passTime === other.passTime;
