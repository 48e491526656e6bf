import { language, text } from '../browser/text';
import {
  type DayKey,
  type Duration,
  HOUR,
  type Instant,
  instant,
  MINUTE,
  SECOND,
  type Zone,
} from '../domain/time';

/**
 * A length of time for reading: seconds under a minute, then whole minutes, then hours and minutes. Rounded down,
 * so that nothing is shown that was not spent.
 */
export function durationText(duration: Duration): string {
  const minutes = Math.floor(duration / MINUTE);
  if (duration >= SECOND && minutes === 0)
    return text('duration_seconds', number(Math.floor(duration / SECOND)));
  if (minutes < 60) return text('duration_minutes', number(minutes));
  return text('duration_hours_minutes', number(Math.floor(minutes / 60)), number(minutes % 60, 2));
}

/** ISO 8601 in whole seconds, for `<time datetime>`. */
export const durationCode = (duration: Duration): string => `PT${Math.floor(duration / SECOND)}S`;

/** `15:42`, the way the reader's language writes it. */
export function clockText(at: Instant, zone: Zone): string {
  return new Intl.DateTimeFormat(language(), { timeStyle: 'short', timeZone: zone }).format(at);
}

/** The same for minutes after midnight. */
export const wallClockText = (minutes: number): string => clockText(instant(minutes * MINUTE), 'UTC' as Zone);

/** `Monday 23 November`. */
export function dayText(day: DayKey): string {
  const format = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language(), format).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Monday 23 November 2026`. */
export function dateText(day: DayKey): string {
  const format = { dateStyle: 'full', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language(), format).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Monday`, for 1 to 7. */
export function weekdayText(weekday: number): string {
  // 5 January 1970 was a Monday.
  return new Intl.DateTimeFormat(language(), { weekday: 'long', timeZone: 'UTC' }).format(
    (weekday + 3) * 24 * HOUR,
  );
}

/** `Mon 23`. */
export const shortDayText = (day: DayKey): string => dated(day, { weekday: 'short', day: 'numeric' });

/** `23 Nov`. */
export const dayOfMonthText = (day: DayKey): string => dated(day, { day: 'numeric', month: 'short' });

/** `November 2026`. */
export const monthText = (day: DayKey): string => dated(day, { month: 'long', year: 'numeric' });

/** `Nov`. */
export const shortMonthText = (day: DayKey): string => dated(day, { month: 'short' });

/** `23 – 29 November 2026`. */
export function spanText(first: DayKey, last: DayKey): string {
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(midnight(first), midnight(last));
}

/** `Mon`, for 1 to 7. */
export const shortWeekdayText = (weekday: number): string =>
  dated(`1970-01-${String(weekday + 4).padStart(2, '0')}` as DayKey, { weekday: 'short' });

/** `€ 1,250`, without cents where they would only pretend to be exact. */
export function moneyText(amount: number, currency: string): string {
  const maximumFractionDigits = amount < 10 ? 2 : 0;
  return new Intl.NumberFormat(language(), { style: 'currency', currency, maximumFractionDigits }).format(
    amount,
  );
}

/** `46%`, for 0 to 1. */
export const shareText = (share: number): string =>
  new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 }).format(share);

export const numberText = (value: number): string => number(value);

const midnight = (day: DayKey): number => Date.parse(`${day}T00:00:00Z`);

const dated = (day: DayKey, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language(), { ...options, timeZone: 'UTC' }).format(midnight(day));

function number(value: number, digits = 1): string {
  return new Intl.NumberFormat(language(), { minimumIntegerDigits: digits }).format(value);
}
