import { addDays, hourOf } from './calendar';
import { type DayFigures, dayFigures, type Usual, usualOf } from './day-figures';
import {
  type CategoryTime,
  categoryTimes,
  type Running,
  runningOf,
  type SiteTime,
  siteTimes,
  totalsWithOpen,
} from './day-report';
import { type DayTerms, type Span, workSpans } from './day-terms';
import { groupedBy } from './grouped';
import { daysBetween, type Period, weekdayOf } from './period';
import type { Review } from './review';
import type { Rock } from './rock';
import type { Settings } from './settings';
import { type DayKey, type Duration, HOUR, type Instant, instant, type Zone } from './time';
import { addHourTotals, type DayTotal, type HourTotal, hourTotalsOf, summed } from './totals';
import { type Trend, trendOf } from './trend';
import { type OpenVisit, visitsOf } from './visit';

/** Where a week, a month or a year went, as far as it has come. Times are as of `asOf`. */
export interface PeriodReport {
  period: Period;
  today: DayKey;
  zone: Zone;
  asOf: Instant;
  running: Running | null;
  /** One for each day until today. */
  days: readonly DayFigures[];
  categories: readonly CategoryTime[];
  /** Longest first. */
  sites: readonly SiteTime[];
  /** Each with the zone of its day. */
  rocks: readonly (Rock & { zone: Zone })[];
  /** Drift by weekday and hour. */
  rhythm: readonly HourFigure[];
  /** The hours of work with the least and the most drift; null where none stands out. */
  hours: { best: HourFigure; worst: HourFigure } | null;
  trend: Trend;
  /** What is usual of a day, by the four weeks before. */
  usual: Usual | null;
  /** What a day is to cost at most: a fifth less than in the four weeks before, on average. */
  target: Duration | null;
  review: Review | null;
}

/** Average drift in an hour, `[hour, hour + 1)` by the wall clock; of one weekday, or of all that are worked. */
export interface HourFigure {
  weekday: number | null;
  hour: number;
  drift: Duration;
}

export interface PeriodMaterial {
  period: Period;
  today: DayKey;
  zone: Zone;
  asOf: Instant;
  settings: Settings;
  open: OpenVisit | null;
  /** Of the period and of the four weeks before it, as are rocks and terms. */
  totals: readonly DayTotal[];
  rocks: readonly Rock[];
  terms: readonly DayTerms[];
  hours: readonly HourTotal[];
  review: Review | null;
}

/** So many days before a report's first one tell what is usual. */
export const BEFORE = 28;

/** How much less than before a day is to cost. */
const TARGET = 0.8;

export function periodReport(material: PeriodMaterial): PeriodReport {
  const { period, today, zone, asOf, settings, open, rocks, review } = material;
  const { first } = period;
  const last = period.last < today ? period.last : today;
  const { dayStart, categories } = settings;
  const totals = totalsWithOpen({ ...material, first: addDays(first, -BEFORE), last, dayStart });
  const own = totals.filter(({ day }) => first <= day);
  const figuresOf = (days: DayKey[]) => dayFigures({ ...material, days, totals });
  const days = figuresOf(daysBetween(first, last));
  const before = figuresOf(daysBetween(addDays(first, -BEFORE), addDays(first, -1)));
  const hours = hoursWithOpen(material, first, last);
  const ids = categories.map(({ id }) => id);
  const zoneOf = new Map(material.terms.map(terms => [terms.day, terms.zone]));
  return {
    period,
    today,
    zone,
    asOf,
    running: first <= today && today <= period.last ? runningOf(open) : null,
    days,
    categories: categoryTimes(categories, own),
    sites: siteTimes(categories, own),
    rocks: rocks
      .filter(({ day }) => first <= day && day <= last)
      .map(rock => ({ ...rock, zone: zoneOf.get(rock.day) ?? zone })),
    rhythm: rhythmOf(hours, known(days, hours, material)),
    hours: bestAndWorst(hours, days, material),
    trend: trendOf(period, days),
    usual: usualOf(before, ids),
    target: targetOf(before),
    review,
  };
}

function targetOf(before: readonly DayFigures[]): Duration | null {
  const worked = before.filter(({ isWorked }) => isWorked);
  if (worked.length === 0) return null;
  return Math.round((worked.reduce((sum, { drift }) => sum + drift, 0) / worked.length) * TARGET);
}

function hoursWithOpen(
  { hours, open, asOf, settings }: PeriodMaterial,
  first: DayKey,
  last: DayKey,
): HourTotal[] {
  const current = open ? visitsOf(open, asOf, settings.dayStart) : [];
  const own = hourTotalsOf(current).filter(({ day }) => first <= day && day <= last);
  return summed([...hours, ...own], ({ day, hour, category }) => `${day} ${hour} ${category}`, addHourTotals);
}

/** The days since anything was noted: what came before has no share in an average. */
function known(
  days: readonly DayFigures[],
  hours: readonly HourTotal[],
  { terms }: PeriodMaterial,
): DayFigures[] {
  const [first] = [...terms, ...hours].map(({ day }) => day).sort();
  return days.filter(({ day }) => first !== undefined && day >= first);
}

/** Every weekday's hours with any drift, on average over those weekdays that have come. */
function rhythmOf(hours: readonly HourTotal[], days: readonly DayFigures[]): HourFigure[] {
  const weekdays = new Map(days.map(({ day }) => [day, weekdayOf(day)]));
  const counts = groupedBy(days, ({ day }) => weekdays.get(day) ?? 0);
  const cells = groupedBy(hours, ({ day, hour }) => (weekdays.get(day) ?? 0) * 24 + hour);
  return [...cells].map(([cell, rows]) => {
    const weekday = Math.floor(cell / 24);
    const sum = rows.reduce((all, { time, passTime }) => all + time - passTime, 0);
    return { weekday, hour: cell % 24, drift: Math.round(sum / (counts.get(weekday)?.length ?? 1)) };
  });
}

function bestAndWorst(
  hours: readonly HourTotal[],
  days: readonly DayFigures[],
  { terms, zone, settings, asOf }: PeriodMaterial,
): PeriodReport['hours'] {
  const termsOf = new Map(terms.map(each => [each.day, each]));
  const worked = new Set(days.filter(({ isWorked }) => isWorked).map(({ day }) => day));
  const driftIn = new Map<number, Duration>();
  for (const { day, hour, time, passTime } of hours)
    if (worked.has(day)) driftIn.set(hour, (driftIn.get(hour) ?? 0) + time - passTime);
  const daysIn = new Map<number, number>();
  for (const day of worked) {
    const { work, zone: there } = termsOf.get(day) ?? { work: workSpans(day, zone, settings), zone };
    const passed = work.map(([from, to]): Span => [from, instant(Math.min(to, asOf))]);
    for (const hour of hoursOf(passed, there)) daysIn.set(hour, (daysIn.get(hour) ?? 0) + 1);
  }
  const figures = [...daysIn]
    .map(([hour, count]) => ({ weekday: null, hour, drift: Math.round((driftIn.get(hour) ?? 0) / count) }))
    .sort((a, b) => a.drift - b.drift || a.hour - b.hour);
  const [best, worst] = [figures[0], figures.at(-1)];
  return best && worst && best.drift < worst.drift ? { best, worst } : null;
}

/** The wall clock's hours that lie in some spans, wholly or in part. */
function hoursOf(spans: DayTerms['work'], zone: Zone): Set<number> {
  const hours = new Set<number>();
  for (const [from, to] of spans.filter(([from, to]) => from < to)) {
    for (let at = from; at < to; at = instant(at + HOUR)) hours.add(hourOf({ at, zone }));
    hours.add(hourOf({ at: instant(to - 1), zone }));
  }
  return hours;
}
