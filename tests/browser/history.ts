// The product's calendar runs here too, where Node has no Temporal of its own.
import 'temporal-polyfill/global';
import type { Page } from 'puppeteer-core';
import { addDays } from '../../src/domain/calendar';
import type { Records } from '../../src/domain/records';
import type { DayKey } from '../../src/domain/time';
import { dayTotalsOf, hourTotalsOf } from '../../src/domain/totals';

/** So many rows go over the protocol at once. */
const AT_ONCE = 4000;

/** About as long as visits are kept one by one, unless somebody changes that. */
const KEPT_DAYS = 396;

/** Puts a made-up history into the database of the extension that a page belongs to, as if it had been lived. */
export async function fillHistory(extensionPage: Page, records: Records, today: DayKey): Promise<void> {
  const since = addDays(today, -KEPT_DAYS);
  const kept = <T extends { day: DayKey }>(rows: readonly T[]) => rows.filter(({ day }) => day >= since);
  const tables = {
    days: dayTotalsOf(records),
    hours: hourTotalsOf(records.visits),
    visits: kept(records.visits),
    attempts: kept(records.attempts),
    rocks: records.rocks,
    passes: records.passes,
    terms: records.terms,
    reviews: records.reviews,
  };
  for (const [table, rows] of Object.entries(tables)) {
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await extensionPage.evaluate(putScript, table, rows.slice(from, from + AT_ONCE));
  }
}

/** Runs inside the page. */
function putScript(table: string, rows: unknown[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('big-rock');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(table, 'readwrite');
      for (const row of rows) transaction.objectStore(table).put(row);
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
      transaction.onerror = () => reject(transaction.error);
    };
  });
}
