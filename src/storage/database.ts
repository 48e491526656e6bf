import Dexie, { type Table } from 'dexie';
import type { Rock } from '../domain/rock';
import type { Attempt } from '../domain/state';
import type { DayTotal, HourTotal } from '../domain/totals';
import type { Visit } from '../domain/visit';

export const DATABASE_NAME = 'big-rock';

export interface StateRow {
  key: string;
  value: unknown;
}

/** The tables. Compound keys are identities: storing a record twice changes nothing. */
export interface Tables {
  state: Table<StateRow, string>;
  visits: Table<Visit, [number, string, number]>;
  attempts: Table<Attempt, string>;
  rocks: Table<Rock, string>;
  days: Table<DayTotal, [string, string]>;
  hours: Table<HourTotal, [string, number, string]>;
}

export type Database = Dexie & Tables;

/** Versions are append only: a release that changes the schema adds one, and never edits those above it. */
export function createDatabase(name = DATABASE_NAME): Database {
  // A visit that has ended must survive a crash, so a commit is on the disk before it counts as done.
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database;
  database.version(1).stores({
    state: 'key',
    visits: '[start+site+clock], day',
    attempts: 'id, day',
    rocks: 'id, day',
    days: '[day+site]',
    hours: '[day+hour+category]',
  });
  return database;
}
