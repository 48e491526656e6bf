import type { Table } from 'dexie';
import type { History } from '../domain/import-file';
import type { Rock } from '../domain/rock';
import { readSettings } from '../domain/settings';
import { isEmpty, NEW_STATE, type Records, type State } from '../domain/state';
import type { DayKey, Moment } from '../domain/time';
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
import { type Merging, merge } from './merge';

/** What the rest of the product sees of the database. Every function rejects when it cannot be used. */
export interface Store {
  load: () => Promise<State>;
  /** Stores what has changed of the state together with the records, in one transaction, or nothing at all. */
  commit: (previous: State, next: State, records: Records) => Promise<void>;
  /** Merges what an export file holds with all that is stored, in one transaction, or nothing at all. */
  merge: (previous: State, history: History, moment: Moment) => Promise<Merging>;
  totalsOf: (day: DayKey) => Promise<DayTotal[]>;
  allTotals: () => Promise<DayTotal[]>;
  allVisits: () => Promise<Visit[]>;
  rocksBetween: (first: DayKey, last: DayKey) => Promise<Rock[]>;
  allRocks: () => Promise<Rock[]>;
}

const OPENING_TAKES_AT_MOST = 5000;

export function createStore(database: Database): Store {
  const opened = async () => {
    if (!database.isOpen()) await inTime(database.open());
    return database;
  };
  return {
    load: async () => loadState(await opened()),
    commit: async (previous, next, records) => commit(await opened(), previous, next, records),
    merge: async (previous, history, moment) => merge(await opened(), previous, history, moment),
    totalsOf: async day =>
      (await opened()).days.where('[day+site]').between([day, ''], [day, '\uffff']).toArray(),
    allTotals: async () => (await opened()).days.toArray(),
    allVisits: async () => (await opened()).visits.toArray(),
    rocksBetween: async (first, last) => {
      const rocks = await (await opened()).rocks.where('day').between(first, last, true, true).toArray();
      return rocks.sort((a, b) => a.pinnedAt - b.pinnedAt);
    },
    allRocks: async () => (await opened()).rocks.orderBy('day').toArray(),
  };
}

async function loadState(database: Database): Promise<State> {
  const rows = await database.state.bulkGet(['settings', 'rock', 'tracker']);
  const [settings, rock, tracker] = rows.map(row => row?.value);
  return {
    settings: readSettings(settings).settings,
    rock: (rock as State['rock'] | undefined) ?? NEW_STATE.rock,
    tracker: { ...NEW_STATE.tracker, ...(tracker as State['tracker'] | undefined) },
  };
}

async function commit(database: Database, previous: State, next: State, records: Records): Promise<void> {
  const keys = (Object.keys(next) as (keyof State)[]).filter(key => next[key] !== previous[key]);
  const rows = keys.map(key => ({ key, value: next[key] }));
  if (isEmpty(records)) {
    if (rows.length > 0) await database.state.bulkPut(rows);
    return;
  }
  const { state, visits, attempts, rocks, days, hours } = database;
  await database.transaction('rw', [state, visits, attempts, rocks, days, hours], async () => {
    await state.bulkPut(rows);
    await rocks.bulkPut([...records.rocks]);
    const fresh = {
      visits: await added(visits, records.visits, visitKey),
      attempts: await added(attempts, records.attempts, ({ id }) => id),
    };
    await raise(days, dayTotalsOf(fresh), dayKey, addDayTotals);
    await raise(hours, hourTotalsOf(fresh.visits), hourKey, addHourTotals);
  });
}

const visitKey = ({ start, site, clock }: Visit): [number, string, number] => [start, site, clock];
const dayKey = ({ day, site }: DayTotal): [string, string] => [day, site];
const hourKey = ({ day, hour, category }: HourTotal): [string, number, string] => [day, hour, category];

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
  add: (one: T, other: T) => T,
): Promise<void> {
  const stored = await table.bulkGet(by.map(keyOf));
  await table.bulkPut(
    by.map((row, i) => {
      const before = stored[i];
      return before === undefined ? row : add(before, row);
    }),
  );
}

/** Opening can hang for ever while another connection holds an older version. */
function inTime<T>(opening: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The database did not open within ${OPENING_TAKES_AT_MOST} ms.`)),
      OPENING_TAKES_AT_MOST,
    );
    opening.then(resolve, reject).then(() => clearTimeout(timer));
  });
}
