import { type Database, tablesOf } from './database';
import { inTime } from './in-time';
import { openAsIs } from './raw';
import { hasStructure } from './structure';
import { namesOf } from './trouble';

/** The database opens, but it is not as we made it: tables, keys or rows are missing or wrong. */
export class DamagedDatabase extends Error {
  override name = 'DamagedDatabase';
}

/** Gives the database, open and looked at. Rejects where it does not open in time or is damaged. */
export function openerOf(database: Database): () => Promise<Database> {
  let isBlocked = false;
  let looked: IDBDatabase | null = null;
  database.on('blocked', () => {
    isBlocked = true;
  });
  const late = () => called(isBlocked ? 'BlockedError' : 'TimeoutError');
  const open = async () => {
    await insistOnEarlierStructure(database);
    await database.open();
  };
  return async () => {
    if (!database.isOpen()) {
      isBlocked = false;
      await inTime(open(), late).catch(error => {
        // Any transaction may be aborted; while opening there is none but that of an upgrade.
        if (namesOf(error).has('AbortError')) throw called('UpgradeAborted', error);
        throw error;
      });
    }
    // Also where it opened after all when nobody was waiting for it any more.
    if (looked !== database.backendDB()) {
      if (!hasStructure(database.backendDB(), database.tables)) {
        database.close();
        throw new DamagedDatabase('A table or a key is missing.');
      }
      looked = database.backendDB();
    }
    return database;
  };
}

/** An upgrade would put empty tables in place of lost ones, and hide that anything was lost: so it is looked at first. */
async function insistOnEarlierStructure({ name, verno }: Database): Promise<void> {
  const installed = (await indexedDB.databases()).find(each => each.name === name)?.version;
  if (installed === undefined || installed >= verno * 10) return;
  const native = await openAsIs(name);
  const isOurs = hasStructure(native, tablesOf(installed / 10));
  native.close();
  if (!isOurs) throw new DamagedDatabase('A table or a key is missing.');
}

const called = (name: string, cause?: unknown): Error =>
  Object.assign(new Error('The database did not open.', { cause }), { name });
