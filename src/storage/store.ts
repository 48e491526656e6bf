import type { Backup, Salvage } from '../domain/backup';
import type { History } from '../domain/import-file';
import type { Pass } from '../domain/pass';
import { isDayTotal, isPass, isRemark, isRock, isVisit, passing } from '../domain/record-shapes';
import type { Records } from '../domain/records';
import type { Remark } from '../domain/remark';
import type { Rock } from '../domain/rock';
import type { Kept } from '../domain/small-copy';
import type { State } from '../domain/state';
import type { DayKey, Moment } from '../domain/time';
import type { DayTotal } from '../domain/totals';
import type { Visit } from '../domain/visit';
import { begin, beginBlindly } from './begin';
import { commit } from './commit';
import type { Database } from './database';
import { load, type Stored } from './load';
import { type Merging, merge } from './merge';
import { openerOf } from './opener';
import { prune } from './prune';
import { remove } from './remove';
import { salvage } from './salvage';
import { type SmallPart, smallDays, smallPart } from './small-part';

/**
 * What the rest of the product sees of the database. Every function rejects when it cannot be used, with a
 * `DamagedDatabase` where it opens but is not as we made it. Rows that do not pass are left out.
 */
export interface Store {
  /** The state; a row of it that does not pass is taken from what was kept. */
  load: (kept: Kept | null) => Promise<Stored>;
  /** Rejects also where the database is not begun: it may have been lost since the state was loaded. */
  commit: (previous: State, next: State, records: Records) => Promise<void>;
  /** Merges what an export file holds with all that is stored, in one transaction, or nothing at all. */
  merge: (previous: State, history: History, moment: Moment) => Promise<Merging>;
  totalsOf: (day: DayKey) => Promise<DayTotal[]>;
  allTotals: () => Promise<DayTotal[]>;
  allVisits: () => Promise<Visit[]>;
  rocksBetween: (first: DayKey, last: DayKey) => Promise<Rock[]>;
  allRocks: () => Promise<Rock[]>;
  allPasses: () => Promise<Pass[]>;
  /** In order of time, as remarks are. */
  passesOf: (day: DayKey) => Promise<Pass[]>;
  remarksOf: (day: DayKey) => Promise<Remark[]>;
  /** Deletes visits and attempts of days before this one; totals and rocks stay. */
  prune: (before: DayKey) => Promise<void>;
  smallPart: (days: readonly DayKey[], kept: Kept | null) => Promise<SmallPart>;
  smallDays: (span: number | null) => Promise<DayKey[]>;
  begin: (backup: Backup | null) => Promise<void>;
  beginBlindly: () => Promise<void>;
  salvage: () => Promise<Salvage>;
  /** Deletes the database. The next one to be opened is a new one. */
  remove: () => Promise<void>;
}

export function createStore(database: Database): Store {
  const opened = openerOf(database);
  return {
    load: async kept => load(await opened(), kept),
    commit: async (previous, next, records) => commit(await opened(), previous, next, records),
    merge: async (previous, history, moment) => merge(await opened(), previous, history, moment),
    totalsOf: async day => {
      const days = (await opened()).days.where('[day+site]').between([day, ''], [day, '\uffff']);
      return passing(await days.toArray(), isDayTotal);
    },
    allTotals: async () => passing(await (await opened()).days.toArray(), isDayTotal),
    allVisits: async () => passing(await (await opened()).visits.toArray(), isVisit),
    rocksBetween: async (first, last) => {
      const rocks = await (await opened()).rocks.where('day').between(first, last, true, true).toArray();
      return passing(rocks, isRock).sort((a, b) => a.pinnedAt - b.pinnedAt);
    },
    allRocks: async () => passing(await (await opened()).rocks.orderBy('day').toArray(), isRock),
    allPasses: async () => passing(await (await opened()).passes.orderBy('day').toArray(), isPass),
    passesOf: async day => {
      const passes = await (await opened()).passes.where('day').equals(day).toArray();
      return passing(passes, isPass).sort((a, b) => a.startedAt - b.startedAt);
    },
    remarksOf: async day => {
      const remarks = await (await opened()).remarks.where('day').equals(day).toArray();
      return passing(remarks, isRemark).sort((a, b) => a.at - b.at);
    },
    prune: async before => prune(await opened(), before),
    smallPart: async (days, kept) => smallPart(await opened(), days, kept),
    smallDays: async span => smallDays(await opened(), span),
    begin: async backup => begin(await opened(), backup),
    beginBlindly: async () => beginBlindly(await opened()),
    salvage: () => salvage(database.name),
    remove: () => remove(database),
  };
}
