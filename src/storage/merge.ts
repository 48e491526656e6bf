import { addDays } from '../domain/calendar';
import type { ImportRefusal } from '../domain/import-fault';
import type { History } from '../domain/import-file';
import { type Here, type Merge, mergeHistory } from '../domain/merge';
import type { State } from '../domain/state';
import type { DayKey, Moment } from '../domain/time';
import type { Database } from './database';
import { insistOnBegun } from './load';

export type Merging = Merge | { refused: ImportRefusal };

/** Reads what a file speaks of, merges, and writes: all of it in one transaction, or nothing. */
export async function merge(
  database: Database,
  { state, first }: Pick<Here, 'state' | 'first'>,
  history: History,
  moment: Moment,
  preview: boolean,
): Promise<Merging> {
  return database.transaction(preview ? 'r' : 'rw', database.tables, async () => {
    await insistOnBegun(database);
    const merging = mergeHistory({ state, first, ...(await hereOf(database, history)) }, history, moment);
    if (!('refused' in merging || preview)) await write(database, state, merging);
    return merging;
  });
}

async function hereOf(database: Database, history: History): Promise<Omit<Here, 'state' | 'first'>> {
  const [first, last] = spanOf(history);
  const [visits, totals, hours, rocks, passes, attempts, remarks, terms, reviews] = await Promise.all([
    database.visits.where('day').between(first, last, true, true).toArray(),
    database.days.where('[day+site]').between([first, ''], [last, '\uffff']).toArray(),
    database.hours.where('[day+hour+category]').between([first, 0, ''], [last, 24, '']).toArray(),
    database.rocks.bulkGet(history.rocks.map(({ id }) => id)),
    database.passes.bulkGet(history.passes.map(({ id }) => id)),
    database.attempts.bulkGet(history.attempts.map(({ id }) => id)),
    database.remarks.bulkGet(history.remarks.map(({ id }) => id)),
    database.terms.bulkGet(history.terms.map(({ day }) => day)),
    database.reviews.bulkGet(history.reviews.map(({ week }) => week)),
  ]);
  const there = <T>(rows: readonly (T | undefined)[]): T[] => rows.filter(row => row !== undefined);
  return {
    visits,
    totals,
    hours,
    rocks: there(rocks),
    passes: there(passes),
    attempts: there(attempts),
    remarks: there(remarks),
    terms: there(terms),
    reviews: there(reviews),
  };
}

/** The days on which a visit of the file may stand here: no two clocks are more than two days apart. */
function spanOf({ visits, totals, hours }: History): [first: DayKey, last: DayKey] | ['', ''] {
  const days = [...visits, ...totals, ...hours].map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? [addDays(first, -2), addDays(last, 2)] : ['', ''];
}

async function write(database: Database, previous: State, merged: Merge): Promise<void> {
  const { state } = merged;
  const keys = (['settings', 'rock'] as const).filter(key => state[key] !== previous[key]);
  await database.state.bulkPut(keys.map(key => ({ key, value: state[key] })));
  await database.rocks.bulkPut([...merged.rocks]);
  await database.passes.bulkPut([...merged.passes]);
  await database.visits.bulkPut([...merged.visits]);
  await database.days.bulkPut([...merged.totals]);
  await database.hours.bulkPut([...merged.hours]);
  await database.attempts.bulkPut([...merged.attempts]);
  await database.remarks.bulkPut([...merged.remarks]);
  await database.terms.bulkPut([...merged.terms]);
  await database.reviews.bulkPut([...merged.reviews]);
}
