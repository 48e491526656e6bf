import Dexie, { type Table } from 'dexie';
import type { DayTerms } from '../domain/day-terms';
import type { Pass } from '../domain/pass';
import type { Attempt } from '../domain/records';
import type { Remark } from '../domain/remark';
import type { Review } from '../domain/review';
import type { Rock } from '../domain/rock';
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
  passes: Table<Pass, string>;
  remarks: Table<Remark, string>;
  terms: Table<DayTerms, string>;
  reviews: Table<Review, string>;
}

export type Database = Dexie & Tables;

/** Append only: a release that changes the schema adds a version, and never edits those above it. */
export const VERSIONS: Record<number, Partial<Record<keyof Tables, string>>> = {
  1: {
    state: 'key',
    visits: '[start+site+clock], day',
    attempts: 'id, day',
    rocks: 'id, day',
    days: '[day+site]',
    hours: '[day+hour+category]',
  },
  2: {
    passes: 'id, day',
    remarks: 'id, day',
  },
  3: {
    terms: 'day, kind',
    reviews: 'week',
  },
};

/** What a version changes in the rows of those before it, each by itself. */
const CHANGES: Record<number, { [T in keyof Tables]?: (row: object) => object }> = {
  // There had been no passes when hours were counted without them.
  3: { hours: row => ({ passTime: 0, ...row }) },
};

/** A row of an earlier version as it would be now. */
export const asToday = (table: keyof Tables, row: unknown): unknown =>
  Object.values(CHANGES).reduce(
    (changed, { [table]: change }) => (change && isObject(changed) ? change(changed) : changed),
    row,
  );

const isObject = (row: unknown): row is object => typeof row === 'object' && row !== null;

export function createDatabase(name = DATABASE_NAME): Database {
  const database: Database = new Dexie(name, {
    // A visit that has ended must survive a crash, so a commit is on the disk before it counts as done.
    chromeTransactionDurability: 'strict',
    // Whoever opens it has to look at what was opened first.
    autoOpen: false,
    indexedDB: atOneVersion(() => Math.round(database.verno * 10)),
  }) as Database;
  declareVersions(database, Number.POSITIVE_INFINITY);
  return database;
}

/** The tables that a database of an earlier version has; none of a version that never was. */
export function tablesOf(version: number): Table[] {
  const database = new Dexie(DATABASE_NAME);
  declareVersions(database, version);
  return database.tables;
}

function declareVersions(database: Dexie, last: number): void {
  for (const [version, tables] of Object.entries(VERSIONS)) {
    if (Number(version) > last) continue;
    const changes = Object.entries(CHANGES[Number(version)] ?? {});
    database
      .version(Number(version))
      .stores(tables)
      .upgrade(async upgrade => {
        for (const [table, change] of changes) {
          await upgrade
            .table<object>(table)
            .toCollection()
            .modify((row, place) => {
              place.value = change(row);
            });
        }
      });
  }
}

/**
 * Dexie opens a database of a later version as if it were its own, and adds tables that it misses to any. The first
 * could spoil what it does not know, and the second would hide that something was lost. So a database is opened at one
 * version or not at all.
 */
const atOneVersion = (version: () => number): IDBFactory => ({
  open: name => indexedDB.open(name, version()),
  deleteDatabase: name => indexedDB.deleteDatabase(name),
  databases: () => indexedDB.databases(),
  cmp: (one, other) => indexedDB.cmp(one, other),
});
