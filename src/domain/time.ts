declare const brand: unique symbol;

/** Milliseconds since 1970-01-01T00:00:00Z, by the computer's clock. */
export type Instant = number & { readonly [brand]: 'Instant' };

/** A local calendar day, `2026-11-23`, cut at the hour at which the user's day starts. */
export type DayKey = string & { readonly [brand]: 'DayKey' };

/** An IANA time zone, `Europe/Berlin`. */
export type Zone = string;

/** A length of time in milliseconds. */
export type Duration = number;

export const SECOND: Duration = 1000;
export const MINUTE: Duration = 60 * SECOND;
export const HOUR: Duration = 60 * MINUTE;

/** The moment a thing happened, and where: both are needed to say which day it was. */
export interface Moment {
  at: Instant;
  zone: Zone;
}

/** The instant, rounded: clocks that nobody can set tell fractions, of which calendars want to know nothing. */
export const instant = (milliseconds: number): Instant => Math.round(milliseconds) as Instant;

/** `text` as a day, or null if it is no date of the calendar. */
export function dayKey(text: string): DayKey | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const isThere = month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month);
  return isThere ? (text as DayKey) : null;
}

/** By the Gregorian calendar, as ISO 8601 has it. */
function lengthOfMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
