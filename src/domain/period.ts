import { addDays } from './calendar';
import type { DayKey } from './time';

export const PERIODS = ['week', 'month', 'year'] as const;
export type PeriodKind = (typeof PERIODS)[number];

/** A stretch of whole days that a report is about. */
export interface Period {
  kind: PeriodKind;
  /** `2026-W48` (ISO 8601, Monday first), `2026-11` or `2026`. */
  key: string;
  first: DayKey;
  last: DayKey;
}

/** The period that a day lies in. */
export function periodWith(kind: PeriodKind, day: DayKey): Period {
  const date = Temporal.PlainDate.from(day);
  if (kind === 'week') {
    const monday = date.subtract({ days: date.dayOfWeek - 1 });
    const week = String(date.weekOfYear).padStart(2, '0');
    return {
      kind,
      key: `${date.yearOfWeek}-W${week}`,
      first: keyOf(monday),
      last: addDays(keyOf(monday), 6),
    };
  }
  const first = date.with(kind === 'month' ? { day: 1 } : { month: 1, day: 1 });
  const last = first.add(kind === 'month' ? { months: 1 } : { years: 1 }).subtract({ days: 1 });
  const length = kind === 'month' ? 'YYYY-MM'.length : 'YYYY'.length;
  return { kind, key: day.slice(0, length), first: keyOf(first), last: keyOf(last) };
}

/** The period that a key names, or null. */
export function periodOf(key: string): Period | null {
  const [, year = '', week] = /^(\d{4})-W(\d\d)$/.exec(key) ?? [];
  if (week !== undefined) return named('week', key, mondayOf(Number(year), Number(week)));
  if (/^\d{4}-\d\d$/.test(key)) return named('month', key, `${key}-01`);
  return /^\d{4}$/.test(key) ? named('year', key, `${key}-01-01`) : null;
}

export const periodBefore = ({ kind, first }: Period): Period => periodWith(kind, addDays(first, -1));
export const periodAfter = ({ kind, last }: Period): Period => periodWith(kind, addDays(last, 1));

/** Every day from the first to the last; none where that is earlier. */
export function daysBetween(first: DayKey, last: DayKey): DayKey[] {
  const days: DayKey[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: DayKey): number => Temporal.PlainDate.from(day).dayOfWeek;

const keyOf = (date: Temporal.PlainDate): DayKey => date.toString() as DayKey;

/** 4 January is in the first week of its year. */
function mondayOf(year: number, week: number): string {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return fourth.add({ days: (week - 1) * 7 - (fourth.dayOfWeek - 1) }).toString();
}

/** A year of 52 weeks has no 53rd, and no year a 13th month: such a key names what has another. */
function named(kind: PeriodKind, key: string, first: string): Period | null {
  try {
    const period = periodWith(kind, Temporal.PlainDate.from(first).toString() as DayKey);
    return period.key === key ? period : null;
  } catch {
    return null;
  }
}
