import type { Table } from 'dexie';
import type { Backup } from '../domain/backup';
import { dayKey, hourKey, raiseDays, raiseHours } from './commit';
import type { Database } from './database';
import { BEGUN, type Begun, begunOf } from './load';

/** Begins a database: with what is left of its forerunner, or from nothing. Harmless when repeated. */
export async function begin(database: Database, backup: Backup | null): Promise<void> {
  await inOneTransaction(database, async begun => {
    if (begun === 'wholly') return;
    if (backup) await fill(database, backup, begun);
    await database.state.put({ key: BEGUN, value: 'wholly' satisfies Begun });
  });
}

/** Begins a database that has to be used before the copy could be read. */
export async function beginBlindly(database: Database): Promise<void> {
  await inOneTransaction(database, async begun => {
    if (begun === 'not') await database.state.put({ key: BEGUN, value: 'blindly' satisfies Begun });
  });
}

async function inOneTransaction(database: Database, work: (begun: Begun) => Promise<void>): Promise<void> {
  await database.transaction('rw', database.tables, async () =>
    work(begunOf((await database.state.get(BEGUN))?.value)),
  );
}

/** What is there already stays: it is what was left when the rest was emptied, or has happened since. */
async function fill(database: Database, backup: Backup, begun: Begun): Promise<void> {
  const { state, visits, attempts, rocks, days, hours, passes, remarks, terms, reviews } = database;
  const { tracker, kept } = backup;
  const rows = Object.entries({ ...kept, ...(tracker && { tracker }) });
  await addMissing(
    state,
    rows.map(([key, value]) => ({ key, value })),
    ({ key }) => key,
  );
  await state.put({ key: 'isRestored', value: true });
  await addMissing(rocks, backup.rocks, ({ id }) => id);
  await visits.bulkPut([...backup.visits]);
  await attempts.bulkPut([...backup.attempts]);
  await passes.bulkPut([...backup.passes]);
  await remarks.bulkPut([...backup.remarks]);
  await addMissing(terms, backup.terms, ({ day }) => day);
  await addMissing(reviews, backup.reviews, ({ week }) => week);
  if (begun === 'blindly') {
    // What was counted since then is not in the backup.
    await raiseDays(database, backup.totals);
    await raiseHours(database, backup.hours);
  } else {
    await addMissing(days, backup.totals, dayKey);
    await addMissing(hours, backup.hours, hourKey);
  }
}

async function addMissing<T, K>(table: Table<T, K>, rows: readonly T[], keyOf: (row: T) => K): Promise<void> {
  const stored = await table.bulkGet(rows.map(keyOf));
  await table.bulkAdd(rows.filter((_, i) => stored[i] === undefined));
}
