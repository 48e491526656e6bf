import Dexie from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NO_RECORDS } from '../../src/domain/records';
import { NEW_STATE } from '../../src/domain/state';
import { createDatabase } from '../../src/storage/database';
import { DamagedDatabase } from '../../src/storage/opener';
import { createStore } from '../../src/storage/store';
import { troubleOf } from '../../src/storage/trouble';
import frozen from '../fixtures/databases/v1.json';
import { createRaw, type RawDatabase, readRaw } from '../fixtures/raw-database';

const NAME = 'opener-test';
const V1: RawDatabase = { version: frozen.version, stores: frozen.stores };

const opened: Dexie[] = [];

function aStore() {
  const database = createDatabase(NAME);
  opened.push(database);
  return createStore(database);
}

afterEach(async () => {
  vi.useRealTimers();
  for (const database of opened.splice(0)) database.close();
  await Dexie.delete(NAME);
});

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    error => error,
  );

const without = (table: string): RawDatabase => ({
  ...V1,
  stores: Object.fromEntries(Object.entries(V1.stores).filter(([name]) => name !== table)),
});

const altered = (table: 'state' | 'visits', change: object): RawDatabase => ({
  ...V1,
  stores: { ...V1.stores, [table]: { ...frozen.stores[table], rows: [], ...change } },
});

describe('a database that is not as we made it', () => {
  it.each([
    ['has lost a table', without('days')],
    ['has other keys', altered('state', { keyPath: 'nothingOfOurs' })],
    ['has lost an index', altered('visits', { indexes: [] })],
    [
      "is somebody else's",
      { version: 10, stores: { things: { keyPath: 'id', indexes: [], rows: [{ id: 1 }] } } },
    ],
  ] as [string, RawDatabase][])('because it %s is damaged, and left as it is', async (_name, raw) => {
    await createRaw(NAME, raw);
    expect(await failure(aStore().load(null))).toBeInstanceOf(DamagedDatabase);
    expect(await readRaw(NAME)).toEqual(raw);
  });

  it('because a newer version wrote it does not open, and is left as it is', async () => {
    const newer = { ...without('hours'), version: 1000 };
    await createRaw(NAME, newer);
    expect(troubleOf(await failure(aStore().load(null)))).toBe('database-newer');
    expect(await readRaw(NAME)).toEqual(newer);
  });
});

describe('a database that hangs', () => {
  /** Holds the database open at a lower version, and will not let go. */
  const heldBySomebody = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(NAME, 5);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });

  it('because another connection holds it is told in time, and opens when that has closed', async () => {
    const other = await heldBySomebody();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const store = aStore();
    const failed = failure(store.load(null));
    const blocked = new Promise(resolve => opened[0]?.on('blocked', () => resolve(null)));
    await blocked;
    vi.advanceTimersByTime(5000);
    expect(troubleOf(await failed)).toBe('upgrade-unfinished');
    vi.useRealTimers();
    other.close();
    expect((await store.load(null)).begun).toBe('not');
  });
});

it('an upgrade that was aborted is told', async () => {
  await createRaw(NAME, V1);
  const database = createDatabase(NAME);
  opened.push(database);
  database.version(99).upgrade(transaction => transaction.abort());
  expect(troubleOf(await failure(createStore(database).load(null)))).toBe('upgrade-unfinished');
});

describe('a database that was lost while it was in use', () => {
  it('takes no commit before it is begun again', async () => {
    const store = aStore();
    await store.begin(null);
    await Dexie.delete(NAME);
    const next = { ...NEW_STATE, isRestored: true };
    await expect(store.commit(NEW_STATE, next, NO_RECORDS)).rejects.toThrow();
    expect(await store.load(null)).toEqual({ state: NEW_STATE, begun: 'not' });
  });
});
