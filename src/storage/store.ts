import type { Backup, Salvage } from '../domain/backup';
import type { Deletion } from '../domain/deletion';
import type { History } from '../domain/import-file';
import type { Records } from '../domain/records';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings';
import type { Kept } from '../domain/small-copy';
import type { State } from '../domain/state';
import type { DayKey, Moment } from '../domain/time';
import { begin, beginBlindly } from './begin';
import { commit } from './commit';
import type { Database } from './database';
import { erase } from './erase';
import { type Everything, everythingIn } from './everything';
import { load, type Stored } from './load';
import { type Merging, merge } from './merge';
import { openerOf } from './opener';
import { type Past, pastIn } from './past';
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
  /**
   * Merges what an export file holds with all that is stored, in one transaction, or nothing at all; with `preview`,
   * nothing in any case.
   */
  merge: (previous: State, history: History, moment: Moment, preview: boolean) => Promise<Merging>;
  past: Past;
  everything: () => Promise<Everything>;
  /** Deletes of the history what was asked for; gives the days of which something is gone. */
  erase: (what: Deletion, keep: readonly string[]) => Promise<DayKey[]>;
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

/** A store on this database; `first` are the settings of who has not changed any. */
export function createStore(database: Database, first: Settings = DEFAULT_SETTINGS): Store {
  const opened = openerOf(database);
  return {
    load: async kept => load(await opened(), first, kept),
    commit: async (previous, next, records) => commit(await opened(), previous, next, records),
    merge: async (state, history, moment, preview) =>
      merge(await opened(), { state, first }, history, moment, preview),
    past: pastIn(opened),
    everything: async () => everythingIn(await opened()),
    erase: async (what, keep) => erase(await opened(), what, keep),
    prune: async before => prune(await opened(), before),
    smallPart: async (days, kept) => smallPart(await opened(), days, first, kept),
    smallDays: async span => smallDays(await opened(), span),
    begin: async backup => begin(await opened(), backup),
    beginBlindly: async () => beginBlindly(await opened()),
    salvage: () => salvage(database.name),
    remove: () => remove(database),
  };
}
