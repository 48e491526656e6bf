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
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? (text as DayKey) : null;
}
