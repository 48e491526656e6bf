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

function number(value: number, digits = 1): string {
  return new Intl.NumberFormat(language(), { minimumIntegerDigits: digits }).format(value);
}
