import type { Salvage } from '../domain/backup';
import {
  isAttempt,
  isDayTerms,
  isDayTotal,
  isHourTotal,
  isPass,
  isRemark,
  isReview,
  isRock,
  isVisit,
  passing,
} from '../domain/record-shapes';
import { asToday, type StateRow, type Tables } from './database';
import { openAsIs, settled } from './raw';

/**
 * Whatever passes in a database of any structure, read past Dexie, which would not open it. Rejects where even that
 * does not open, or where there is none.
 */
export async function salvage(name: string): Promise<Salvage> {
  const database = await openAsIs(name);
  try {
    const read = (table: keyof Tables) => rowsOf(database, table);
    return {
      state: Object.fromEntries(passing(await read('state'), isStateRow).map(row => [row.key, row.value])),
      totals: passing(await read('days'), isDayTotal),
      rocks: passing(await read('rocks'), isRock),
      hours: passing(await read('hours'), isHourTotal),
      visits: passing(await read('visits'), isVisit),
      attempts: passing(await read('attempts'), isAttempt),
      passes: passing(await read('passes'), isPass),
      remarks: passing(await read('remarks'), isRemark),
      terms: passing(await read('terms'), isDayTerms),
      reviews: passing(await read('reviews'), isReview),
    };
  } finally {
    database.close();
  }
}

/** A table that is missing or cannot be read holds nothing that could be salvaged. */
async function rowsOf(database: IDBDatabase, table: keyof Tables): Promise<unknown[]> {
  if (!database.objectStoreNames.contains(table)) return [];
  const rows = await settled(database.transaction(table).objectStore(table).getAll()).catch(() => []);
  return rows.map(row => asToday(table, row));
}

const isStateRow = (row: unknown): row is StateRow =>
  typeof row === 'object' && row !== null && 'key' in row && 'value' in row && typeof row.key === 'string';
