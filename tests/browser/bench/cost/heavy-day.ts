import type { Pattern } from '../../../../src/domain/pattern';
import type { CategoryId } from '../../../../src/domain/settings';
import { type DayKey, HOUR, type Instant, instant, SECOND } from '../../../../src/domain/time';
import { type DayTotal, dayTotalsOf, type HourTotal, hourTotalsOf } from '../../../../src/domain/totals';
import type { Visit } from '../../../../src/domain/visit';

/** What a day leaves in the tables. */
export interface Rows {
  readonly visits: readonly Visit[];
  readonly days: readonly DayTotal[];
  readonly hours: readonly HourTotal[];
}

const SITES = [
  ['facebook.com', 'social'],
  ['linkedin.com', 'social'],
  ['youtube.com', 'social'],
  ['reddit.com', 'social'],
  ['espn.com', 'scoreboards'],
  ['*.lightning.force.com/lightning/r/Dashboard*', 'scoreboards'],
  ['mail.google.com', 'email'],
  ['outlook.office.com', 'email'],
] as const;

const FIRST_MORNING = Date.parse('2026-01-01T08:00:00Z');
const LONGEST = 10 * HOUR;

/** So many visits from 08:00 to 18:00, in no order of sites; the totals are the product's own. */
export function rowsOfDay(day: number, count: number): Rows {
  const morning = FIRST_MORNING + day * 24 * HOUR;
  const visits = Array.from({ length: count }, (_, i): Visit => {
    const start = morning + Math.floor(((i + Math.random() / 2) * LONGEST) / count);
    const [site, category] = SITES[Math.floor(Math.random() * SITES.length)] ?? SITES[0];
    return {
      start: instant(start),
      end: endOf(start),
      site: site as Pattern,
      category: category as CategoryId,
      zone: 'Europe/Berlin',
      day: new Date(start).toISOString().slice(0, 10) as DayKey,
      hour: new Date(start).getUTCHours(),
      check: Math.random() < 0.3,
      pass: null,
      clock: 0,
    };
  });
  return { visits, days: dayTotalsOf({ visits, attempts: [] }), hours: hourTotalsOf(visits) };
}

/** Half a minute at most, so that the next has not begun. */
const endOf = (start: number): Instant => instant(start + Math.ceil(Math.random() * 30 * SECOND));
