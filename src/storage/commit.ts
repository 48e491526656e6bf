import type { Table } from 'dexie';
import { bothTerms, type DayTerms } from '../domain/day-terms';
import { isDayTotal, isHourTotal } from '../domain/record-shapes';
import { isEmpty, type Records } from '../domain/records';
import type { State } from '../domain/state';
import {
  addDayTotals,
  addHourTotals,
  type DayTotal,
  dayTotalsOf,
  type HourTotal,
  hourTotalsOf,
} from '../domain/totals';
import type { Visit } from '../domain/visit';
import type { Database } from './database';
import { insistOnBegun } from './load';
import { DamagedDatabase } from './opener';

/** Stores what has changed of the state together with the records, in one transaction, or nothing at all. */
export async function commit(
  database: Database,
  previous: State,
  next: State,
  records: Records,
): Promise<void> {
  const keys = (Object.keys(next) as (keyof State)[]).filter(key => next[key] !== previous[key]);
  const rows = keys.map(key => ({ key, value: next[key] }));
  const { state, visits, attempts, rocks, passes, remarks, reviews } = database;
  const tables = isEmpty(records) ? [state] : database.tables;
  await database.transaction('rw', tables, async () => {
    await insistOnBegun(database);
    await state.bulkPut(rows);
    if (isEmpty(records)) return;
    await rocks.bulkPut([...records.rocks]);
    await passes.bulkPut([...records.passes]);
    await remarks.bulkPut([...records.remarks]);
    await reviews.bulkPut([...records.reviews]);
    await noteTerms(database, records.terms);
    const fresh = {
      visits: await added(visits, records.visits, visitKey),
      attempts: await added(attempts, records.attempts, ({ id }) => id),
    };
    await raiseDays(database, dayTotalsOf(fresh));
    await raiseHours(database, hourTotalsOf(fresh.visits));
  });
}

const visitKey = ({ start, site, clock }: Visit): [number, string, number] => [start, site, clock];
export const dayKey = ({ day, site }: DayTotal): [string, string] => [day, site];
export const hourKey = ({ day, hour, category }: HourTotal): [string, number, string] => [
  day,
  hour,
  category,
];

/** Raises the totals of days by these rows, within the transaction at hand. */
export const raiseDays = ({ days }: Database, by: readonly DayTotal[]): Promise<void> =>
  raise(days, by, dayKey, isDayTotal, addDayTotals);

/** Raises the totals of hours by these rows, within the transaction at hand. */
export const raiseHours = ({ hours }: Database, by: readonly HourTotal[]): Promise<void> =>
  raise(hours, by, hourKey, isHourTotal, addHourTotals);

/** What was blocked once on a day was blocked, whatever is noted of it later. */
async function noteTerms({ terms }: Database, noted: readonly DayTerms[]): Promise<void> {
  for (const each of noted) {
    const before = await terms.get(each.day);
    await terms.put(before ? bothTerms(before, each) : each);
  }
}

/** Adds what is not stored yet and returns that, so that a record committed twice raises the totals once. */
async function added<T, K>(table: Table<T, K>, records: readonly T[], keyOf: (record: T) => K): Promise<T[]> {
  const unique = [...new Map(records.map(record => [String(keyOf(record)), record])).values()];
  const stored = await table.bulkGet(unique.map(keyOf));
  const fresh = unique.filter((_, i) => stored[i] === undefined);
  await table.bulkAdd(fresh);
  return fresh;
}

async function raise<T, K>(
  table: Table<T, K>,
  by: readonly T[],
  keyOf: (row: T) => K,
  passes: (row: unknown) => boolean,
  add: (one: T, other: T) => T,
): Promise<void> {
  const stored = await table.bulkGet(by.map(keyOf));
  const raised = by.map((row, i) => {
    const before = stored[i];
    if (before === undefined) return row;
    if (!passes(before)) throw new DamagedDatabase('A total is malformed.');
    return add(before, row);
  });
  await table.bulkPut(raised);
}
