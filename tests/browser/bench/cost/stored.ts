import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PAGES, startBrowser } from '../../browsers';
import type { BrowserKind } from '../../harness/browser-session';
import type { FakeWeb } from '../../harness/fake-web';
import type { Table } from '../table';
import { type Rows, rowsOfDay } from './heavy-day';

const DAYS = 30;
export const VISITS = 500;

/** Bytes that heavy use leaves behind: as the page is told, and on the disk once the browser is closed. */
export async function stored(kind: BrowserKind, fakeWeb: FakeWeb): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), `stored-${kind}-`));
  try {
    const [before, after] = [await sizesAfter(0), await sizesAfter(DAYS)];
    return {
      title: `bytes stored in ${kind}, ${VISITS} visits a day, ${DAYS} days`,
      columns: ['', 'before KB', 'after KB', 'bytes a visit', 'KB a day', 'MB a year'],
      rows: [
        cells('by navigator.storage', before.told, after.told),
        cells('on the disk, closed', before.onDisk, after.onDisk),
      ],
      notes: [
        'Totals of days and hours are part of it. Before: the extension as it is just after its first start.',
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async function sizesAfter(days: number): Promise<{ told: number; onDisk: number }> {
    const profileDir = join(folder, String(days));
    const session = await startBrowser(kind, { fakeWeb, profileDir });
    const page = await session.openExtensionPage(PAGES.settings);
    for (let day = 0; day < days; day++) await page.evaluate(putScript, rowsOfDay(day, VISITS));
    const told = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? Number.NaN);
    await session.close();
    return { told, onDisk: await databaseSize(profileDir) };
  }
}

function cells(what: string, before: number, after: number): string[] {
  const perDay = (after - before) / DAYS;
  return [
    what,
    kilobytes(before),
    kilobytes(after),
    (perDay / VISITS).toFixed(0),
    kilobytes(perDay),
    ((perDay * 365) / 1e6).toFixed(1),
  ];
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(0);

/** The files of the extension's database: LevelDB's in Chromium, SQLite's in Firefox. */
async function databaseSize(profileDir: string): Promise<number> {
  const entries = await readdir(profileDir, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const ours = files.filter(file => /chrome-extension_.*\.indexeddb|moz-extension\+\+\+.*\/idb\//.test(file));
  const sizes = await Promise.all(ours.map(async file => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Runs inside a page of the extension: puts rows into its tables in one transaction. */
async function putScript(rows: Rows): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('big-rock');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const tables = Object.entries(rows);
  const transaction = database.transaction(
    tables.map(([table]) => table),
    'readwrite',
  );
  for (const [table, values] of tables) for (const row of values) transaction.objectStore(table).put(row);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}
