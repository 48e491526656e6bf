import { MOST_WATCHED } from '../domain/baseline';
import { addDays } from '../domain/calendar';
import { type DayFigures, dayFigures, type Usual, usualOf } from '../domain/day-figures';
import { type DayReport, dayReport } from '../domain/day-report';
import type { DayStory } from '../domain/day-story';
import { dayStory } from '../domain/day-story';
import type { DayTerms } from '../domain/day-terms';
import { daysBetween, type Period } from '../domain/period';
import { BEFORE, type PeriodReport, periodReport } from '../domain/period-report';
import type { Settings } from '../domain/settings';
import { type Takings, takingsOf } from '../domain/takings';
import type { DayKey } from '../domain/time';
import type { Past } from '../storage/past';
import type { Situation } from './situation';

/** Days without work hours lie between, and some on which nobody worked: so more are looked at than are wanted. */
const LOOKED_AT = 3 * MOST_WATCHED;

/** The report of one day, with how it went by the minute. */
export async function readDayReport(
  { state, moment, material }: Situation,
  past: Past,
): Promise<DayReport & DayStory & Takings> {
  const { day } = material;
  const { settings, tracker } = state;
  const [visits, attempts, passes, remarks, usual, [terms], [firstNoted], first] = await Promise.all([
    past.visits(day),
    past.attempts(day),
    past.passes(day),
    past.remarks(day),
    usualBefore(day, settings, past),
    past.terms(day, day),
    past.firstTerms('all', 1),
    firstDays(material.today, settings, past),
  ]);
  const report = dayReport(material);
  const totals = report.sites.map(site => ({ ...site, day }));
  const figures = dayFigures({
    days: [day],
    totals,
    terms: terms ? [terms] : [],
    rocks: report.rocks,
    settings,
  });
  return {
    ...report,
    // The clock of where it was.
    zone: terms?.zone ?? moment.zone,
    ...dayStory({
      day,
      zone: terms?.zone ?? moment.zone,
      asOf: moment.at,
      settings,
      terms: terms ?? null,
      visits,
      open: tracker.open,
      attempts,
      passes,
      remarks,
      rocks: report.rocks,
      isFirst: firstNoted?.day === day,
      time: report.sites.reduce((sum, site) => sum + site.time, 0),
      usual,
    }),
    ...takingsOf({ figures, ...first, settings }),
  };
}

/** The report of a week, a month or a year. */
export async function readPeriodReport(
  period: Period,
  { state, moment, material }: Situation,
  past: Past,
): Promise<PeriodReport & Takings> {
  const { settings, tracker } = state;
  const { first, last } = period;
  const since = addDays(first, -BEFORE);
  const [totals, rocks, terms, hours, review, firsts] = await Promise.all([
    past.totals(since, last),
    past.rocks(since, last),
    past.terms(since, last),
    past.hours(first, last),
    period.kind === 'week' ? past.review(period.key) : null,
    firstDays(material.today, settings, past),
  ]);
  const report = periodReport({
    period,
    today: material.today,
    zone: moment.zone,
    asOf: moment.at,
    settings,
    open: tracker.open,
    totals,
    rocks,
    terms,
    hours,
    review,
  });
  return { ...report, ...takingsOf({ figures: report.days, ...firsts, settings }) };
}

async function usualBefore(day: DayKey, settings: Settings, past: Past): Promise<Usual | null> {
  const [first, last] = [addDays(day, -BEFORE), addDays(day, -1)];
  const [totals, rocks, terms] = await Promise.all([
    past.totals(first, last),
    past.rocks(first, last),
    past.terms(first, last),
  ]);
  const figures = dayFigures({ days: daysBetween(first, last), totals, rocks, terms, settings });
  return usualOf(
    figures,
    settings.categories.map(({ id }) => id),
  );
}

/** The first days worked of all, and those of them on which nothing was blocked; today is not over yet. */
async function firstDays(
  today: DayKey,
  settings: Settings,
  past: Past,
): Promise<{ tracked: DayFigures[]; watched: DayFigures[] }> {
  const worked = async (which: 'all' | 'open') => {
    const terms = (await past.firstTerms(which, LOOKED_AT)).filter(({ day }) => day < today);
    return (await figuresOf(terms, settings, past)).filter(({ isWorked }) => isWorked);
  };
  const [tracked, watched] = await Promise.all([worked('all'), worked('open')]);
  return { tracked, watched };
}

async function figuresOf(terms: readonly DayTerms[], settings: Settings, past: Past): Promise<DayFigures[]> {
  const days = terms.map(({ day }) => day);
  const rows = await Promise.all(
    runsOf(days).map(([first, last]) => Promise.all([past.totals(first, last), past.rocks(first, last)])),
  );
  const [totals, rocks] = [rows.flatMap(([totals]) => totals), rows.flatMap(([, rocks]) => rocks)];
  return dayFigures({ days, totals, rocks, terms, settings });
}

/** Days, in order, as few runs of days that follow each other by no more than a weekend. */
function runsOf(days: readonly DayKey[]): [first: DayKey, last: DayKey][] {
  const runs: [DayKey, DayKey][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && day <= addDays(run[1], 4)) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
