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

/** `0:46`: hours and minutes where there is little room. */
export function shortDurationText(duration: Duration): string {
  const minutes = Math.floor(duration / MINUTE);
  return `${number(Math.floor(minutes / 60))}:${number(minutes % 60, 2)}`;
}

/** ISO 8601 in whole seconds, for `<time datetime>`. */
export const durationCode = (duration: Duration): string => `PT${Math.floor(duration / SECOND)}S`;

/** `15:42`, the way the reader's language writes it. */
export function clockText(at: Instant, zone: Zone): string {
  return dates({ timeStyle: 'short', timeZone: zone }).format(at);
}

/** The same for minutes after midnight. */
export const wallClockText = (minutes: number): string => clockText(instant(minutes * MINUTE), 'UTC' as Zone);

/** `Monday 23 November`. */
export function dayText(day: DayKey): string {
  const format = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return dates(format).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Monday 23 November 2026`. */
export function dateText(day: DayKey): string {
  const format = { dateStyle: 'full', timeZone: 'UTC' } as const;
  return dates(format).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Monday`, for 1 to 7. */
export function weekdayText(weekday: number): string {
  // 5 January 1970 was a Monday.
  return dates({ weekday: 'long', timeZone: 'UTC' }).format((weekday + 3) * 24 * HOUR);
}

/** `Mon 23`. */
export const shortDayText = (day: DayKey): string => `${dated(day, { weekday: 'short' })} ${dayNumber(day)}`;

/** `23 Nov`. */
export const dayOfMonthText = (day: DayKey): string => dated(day, { day: 'numeric', month: 'short' });

/** `November 2026`. */
export const monthText = (day: DayKey): string => dated(day, { month: 'long', year: 'numeric' });

/** `Nov`. */
export const shortMonthText = (day: DayKey): string => dated(day, { month: 'short' });

/** `23 – 29 November 2026`. */
export function spanText(first: DayKey, last: DayKey): string {
  const format = dates({ dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(midnight(first), midnight(last));
}

/** `Mon`, for 1 to 7. */
export const shortWeekdayText = (weekday: number): string => dated(weekdayKey(weekday), { weekday: 'short' });

/** `Mon`, for 1 to 7; one letter where a language has nothing between that and the whole word, as Arabic has not. */
export const tinyWeekdayText = (weekday: number): string => tinyWeekdayOf(weekdayKey(weekday));

/** `Mon 23`, as short. */
export const tinyDayText = (day: DayKey): string => `${tinyWeekdayOf(day)} ${dayNumber(day)}`;

function tinyWeekdayOf(day: DayKey): string {
  const short = dated(day, { weekday: 'short' });
  return short.length <= 4 ? short : dated(day, { weekday: 'narrow' });
}

const dayNumber = (day: DayKey): string => number(Number(day.slice('YYYY-MM-'.length)));

const weekdayKey = (weekday: number) => `1970-01-${String(weekday + 4).padStart(2, '0')}` as DayKey;

/** `€ 1,250`, without cents where they would only pretend to be exact. */
export function moneyText(amount: number, currency: string): string {
  const maximumFractionDigits = amount < 10 ? 2 : 0;
  return numbers({ style: 'currency', currency, maximumFractionDigits }).format(amount);
}

/** `46%`, for 0 to 1; `<1%` for what is hardly anything. */
export function shareText(share: number): string {
  const format = numbers({ style: 'percent', maximumFractionDigits: 0 });
  return 0 < share && share < 0.01 ? `<${format.format(0.01)}` : format.format(share);
}

/** `9 – 10 AM`, for 9. */
export function hourSpanText(hour: number): string {
  const format = dates({ hour: 'numeric', timeZone: 'UTC' });
  return format.formatRange(hour * HOUR, (hour + 1) * HOUR);
}

/** `9 AM`, for 9. */
export const hourText = (hour: number): string =>
  dates({ hour: 'numeric', timeZone: 'UTC' }).format(hour * HOUR);

export const numberText = (value: number): string => number(value);

const midnight = (day: DayKey): number => Date.parse(`${day}T00:00:00Z`);

const dated = (day: DayKey, options: Intl.DateTimeFormatOptions): string =>
  dates({ ...options, timeZone: 'UTC' }).format(midnight(day));

function number(value: number, digits = 1): string {
  return numbers({ minimumIntegerDigits: digits }).format(value);
}

/** Making a formatter takes longer than a hundred uses of it, and a report has thousands. */
const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function kept<T extends Intl.DateTimeFormat | Intl.NumberFormat>(
  kind: string,
  options: object,
  make: () => T,
): T {
  const name = `${kind} ${language()} ${JSON.stringify(options)}`;
  const before = made.get(name) as T | undefined;
  const format = before ?? make();
  if (!before) made.set(name, format);
  return format;
}

const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept('dates', options, () => new Intl.DateTimeFormat(language(), options));

const numbers = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  kept('numbers', options, () => new Intl.NumberFormat(language(), options));
