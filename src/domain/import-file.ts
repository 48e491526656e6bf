import * as v from 'valibot';
import { type CategoryNames, categoryNames } from './import-categories';
import { faultsOf, type ImportFault, type ImportRefusal } from './import-fault';
import { FAULTS_NAMED, readRows, repeatedRows, strayRows } from './import-rows';
import {
  type DayRow,
  daySchema,
  headSchema,
  type PassRow,
  passSchema,
  rockSchema,
  visitSchema,
} from './import-shapes';
import { type FilePlace, importedVisits, zoneAt } from './imported-visits';
import type { Pass } from './pass';
import type { Rock } from './rock';
import type { CategoryId, Settings } from './settings';
import { SECOND } from './time';
import type { DayTotal } from './totals';
import type { Visit } from './visit';

/** What an export file holds, in our own terms. */
export interface History {
  settings: Settings;
  rocks: readonly Rock[];
  /** Of those with equal start and site, the first has the clock 0, the next 1, and so on. */
  visits: readonly Visit[];
  totals: readonly DayTotal[];
  passes: readonly Pass[];
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
