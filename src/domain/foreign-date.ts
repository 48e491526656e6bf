import type { LeftOutReason } from './foreign-file';
import { type DayKey, dayKey } from './time';

export type ForeignDate = { day: DayKey } | { why: LeftOutReason };

type Order = 'day first' | 'month first';

interface Numbers {
  year: number;
  one: number;
  other: number;
  /** The order that the text itself tells, by its form or by a number above 12. */
  order: Order | 'year first' | null;
}

/**
 * How to read the dates of a file that were written as somebody's language has it: `3/4/2026` is in March or in April.
 * Among many dates some have a number above 12, which tells for all; where none does, the usual order of that file
 * holds. Where there is none, or dates of both orders, such a date is `ambiguous-day`: better no day than a wrong one.
 */
export function dateReader(texts: readonly string[], usual: Order | null): (text: string) => ForeignDate {
  const told = new Set(texts.map(text => numbersOf(text)?.order));
  const isMixed = told.has('day first') && told.has('month first');
  const order = told.has('day first') ? 'day first' : told.has('month first') ? 'month first' : usual;
  return text => {
    const numbers = numbersOf(text);
    if (!numbers) return { why: 'not-a-day' };
    const { year, one, other } = numbers;
    const own = numbers.order ?? (isMixed ? null : order);
    if (own === null && one !== other) return { why: 'ambiguous-day' };
    return own === 'day first' ? dateOf(year, other, one) : dateOf(year, one, other);
  };
}

/** A date as `2026-11-23` or `20261123`. */
export function isoDate(text: string): ForeignDate {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text.trim()) ?? [];
  return dateOf(Number(year), Number(month), Number(day));
}

function dateOf(year: number, month: number, day: number): ForeignDate {
  const padded = (number: number, length: number) => String(number).padStart(length, '0');
  const key = dayKey(`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`);
  return key === null ? { why: 'not-a-day' } : { day: key };
}

/** Years have four digits; dots stand behind a day that comes first, everywhere where they do not follow the year. */
function numbersOf(text: string): Numbers | null {
  const [, first = '', separator = '', second = '', third = ''] =
    /^\s*(\d{1,4})\s*([-./年])\s*(\d{1,2})\s*[-./月]\s*(\d{1,4})\s*[.日]?\s*$/.exec(text) ?? [];
  if (first.length === 4 && third.length <= 2) {
    return { year: Number(first), one: Number(second), other: Number(third), order: 'year first' };
  }
  if (first.length > 2 || third.length !== 4) return null;
  const [one, other] = [Number(first), Number(second)];
  const isDayFirst = separator === '.' || (one > 12 && other <= 12);
  const isMonthFirst = !isDayFirst && other > 12 && one <= 12;
  return {
    year: Number(third),
    one,
    other,
    order: isDayFirst ? 'day first' : isMonthFirst ? 'month first' : null,
  };
}
