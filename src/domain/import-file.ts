import * as v from 'valibot';
import type { DayTerms, Span } from './day-terms';
import { type CategoryNames, categoryNames } from './import-categories';
import { faultsOf, type ImportFault, type ImportRefusal } from './import-fault';
import { FAULTS_NAMED, readRows, repeatedRows, strayRows } from './import-rows';
import {
  type AttemptRow,
  attemptSchema,
  type DayRow,
  daySchema,
  type HourRow,
  headSchema,
  hourSchema,
  type PassRow,
  passSchema,
  type RemarkRow,
  remarkSchema,
  reviewSchema,
  rockSchema,
  visitSchema,
  type WorkdayRow,
  workdaySchema,
} from './import-shapes';
import { type FilePlace, importedVisits, zoneAt } from './imported-visits';
import type { Pass } from './pass';
import type { Attempt } from './records';
import type { Remark } from './remark';
import type { Review } from './review';
import type { Rock } from './rock';
import type { CategoryId, Settings } from './settings';
import { SECOND } from './time';
import type { DayTotal, HourTotal } from './totals';
import type { Visit } from './visit';

/** What an export file holds, in our own terms. */
export interface History {
  settings: Settings;
  rocks: readonly Rock[];
  /** Of those with equal start and site, the first has the clock 0, the next 1, and so on. */
  visits: readonly Visit[];
  totals: readonly DayTotal[];
  passes: readonly Pass[];
  hours: readonly HourTotal[];
  attempts: readonly Attempt[];
  remarks: readonly Remark[];
  terms: readonly DayTerms[];
  reviews: readonly Review[];
}

/** Reads a file of format version 1 to the letter: where anything in it is wrong, nothing of it is taken. */
export function readImport(file: unknown): { history: History } | { refused: ImportRefusal } {
  const { format, version } = Object(file) as { format?: unknown; version?: unknown };
  if (format !== 'big-rock') return { refused: { because: 'not-ours' } };
  if (typeof version === 'number' && version > 1) return { refused: { because: 'later-version' } };
  const head = v.safeParse(headSchema, file);
  if (!head.success) return wrong(faultsOf(head.issues));

  const { settings, timeZone } = head.output;
  const rocks = readRows('rocks', rockSchema, head.output.rocks);
  const visits = readRows('visits', visitSchema, head.output.visits);
  const days = readRows('days', daySchema, head.output.days);
  const passes = readRows('passes', passSchema, head.output.passes);
  const hours = readRows('hours', hourSchema, head.output.hours);
  const attempts = readRows('attempts', attemptSchema, head.output.attempts);
  const remarks = readRows('remarks', remarkSchema, head.output.remarks);
  const workdays = readRows('workdays', workdaySchema, head.output.workdays);
  const reviews = readRows('reviews', reviewSchema, head.output.reviews);
  const idOf = categoryNames(settings);
  const isNamed = (name: string) => idOf(name) !== null;
  const isListed = (id: string) => settings.categories.some(category => category.id === id);
  const faults = [
    ...repeatedRows('settings.categories', settings.categories, ({ id }) => id),
    ...repeatedRows('settings.sites', settings.sites, ({ pattern }) => pattern),
    ...strayRows('settings.sites', settings.sites, isListed),
    ...rocks.faults,
    ...repeatedRows('rocks', rocks.rows, ({ id }) => id),
    ...visits.faults,
    ...strayRows('visits', visits.rows, isNamed),
    ...passes.faults,
    ...strayRows('passes', passes.rows, isNamed),
    ...repeatedRows('passes', passes.rows, ({ id }) => id),
    ...days.faults,
    ...strayRows('days', days.rows, isNamed),
    ...repeatedRows('days', days.rows, ({ day, site }) => `${day} ${site}`),
    ...hours.faults,
    ...strayRows('hours', hours.rows, isNamed),
    ...repeatedRows('hours', hours.rows, ({ day, hour, category }) => `${day} ${hour} ${category}`),
    ...attempts.faults,
    ...strayRows('attempts', attempts.rows, isNamed),
    ...repeatedRows('attempts', attempts.rows, ({ id }) => id),
    ...remarks.faults,
    ...repeatedRows('remarks', remarks.rows, ({ id }) => id),
    ...workdays.faults,
    ...repeatedRows('workdays', workdays.rows, ({ day }) => day),
    ...reviews.faults,
    ...repeatedRows('reviews', reviews.rows, ({ week }) => week),
  ];
  if (faults.length > 0) return wrong(faults);

  const totals = present(days.rows).map(row => totalOf(row, idOf));
  const place = { zone: timeZone, dayStart: settings.dayStart, idOf };
  const history = {
    settings,
    rocks: present(rocks.rows),
    visits: importedVisits(present(visits.rows), place, totals),
    totals,
    passes: present(passes.rows).map(row => passOf(row, place)),
    hours: present(hours.rows).map(row => hourOf(row, idOf)),
    attempts: present(attempts.rows).map(row => attemptOf(row, place)),
    remarks: present(remarks.rows).map(row => remarkOf(row, place)),
    terms: present(workdays.rows).map(termsOf),
    reviews: present(reviews.rows).map(({ keptAt, ...review }) => ({ ...review, keptAt: keptAt.at })),
  };
  return { history };
}

const wrong = (faults: readonly ImportFault[]): { refused: ImportRefusal } => ({
  refused: { because: 'wrong', faults: faults.slice(0, FAULTS_NAMED) },
});

const present = <T>(rows: readonly (T | undefined)[]): T[] => rows.filter(row => row !== undefined);

/** One that was still on when the file was written is over by now. */
function passOf({ start, end, category, ...row }: PassRow, { zone, idOf }: FilePlace): Pass {
  return {
    ...row,
    zone: zoneAt(start, zone),
    category: idOf(category) as CategoryId,
    startedAt: start.at,
    endsAt: end.at,
    isOver: true,
  };
}

const hourOf = ({ category, seconds, passSeconds, ...row }: HourRow, idOf: CategoryNames): HourTotal => ({
  ...row,
  category: idOf(category) as CategoryId,
  time: Math.round(seconds * SECOND),
  passTime: Math.round(passSeconds * SECOND),
});

const attemptOf = ({ at, category, ...row }: AttemptRow, { zone, idOf }: FilePlace): Attempt => ({
  ...row,
  at: at.at,
  zone: zoneAt(at, zone),
  category: idOf(category) as CategoryId,
});

const remarkOf = ({ at, ...row }: RemarkRow, { zone }: FilePlace): Remark => ({
  ...row,
  at: at.at,
  zone: zoneAt(at, zone),
});

const termsOf = ({ work, ...row }: WorkdayRow): DayTerms => ({
  ...row,
  work: work.map(({ start, end }): Span => [start.at, end.at]),
});

function totalOf({ day, site, category, ...row }: DayRow, idOf: CategoryNames): DayTotal {
  return {
    day,
    site,
    category: idOf(category) as CategoryId,
    time: Math.round(row.seconds * SECOND),
    checks: row.checks,
    attempts: row.attempts,
    passTime: Math.round(row.passSeconds * SECOND),
  };
}
