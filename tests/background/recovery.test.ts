import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { durableStore } from '../../src/background/durable-store';
import { NO_RECORDS } from '../../src/domain/records';
import { readSmallCopy } from '../../src/domain/small-copy';
import { NEW_STATE, type State } from '../../src/domain/state';
import { asToday, createDatabase, type Database } from '../../src/storage/database';
import { createStore } from '../../src/storage/store';
import { fakeCopy } from '../fakes/copy';
import frozen from '../fixtures/databases/v1.json';
import { day } from '../fixtures/moment';
import { createRaw, type RawDatabase } from '../fixtures/raw-database';

const NAME = 'recovery-test';
const V1: RawDatabase = { version: frozen.version, stores: frozen.stores };
const rowsOf = (table: keyof typeof frozen.stores) => V1.stores[table]?.rows ?? [];
const settings = frozen.stores.state.rows.find(({ key }) => key === 'settings')?.value;
const rock = frozen.stores.state.rows.find(({ key }) => key === 'rock')?.value;

let copy: ReturnType<typeof fakeCopy>;
let database: Database;

beforeEach(() => {
  copy = fakeCopy();
});

afterEach(async () => {
  database.close();
  await Dexie.delete(NAME);
});

/** Another run of the worker over the same database and copy. */
function run(access = copy) {
  database?.close();
  database = createDatabase(NAME);
  const store = createStore(database);
  return { store, durable: durableStore(store, access) };
}

/** A database in use, and its copy. */
async function inUse(raw: RawDatabase = V1) {
  await createRaw(NAME, raw);
  const { durable } = run();
  await durable.load();
  await durable.refreshCopy();
}

const altered = (table: keyof typeof frozen.stores, rows: unknown[], more: object = {}): RawDatabase => ({
  ...V1,
  stores: { ...V1.stores, [table]: { ...frozen.stores[table], ...more, rows } },
});

async function expectEverythingSmall(state: State, store = createStore(database)) {
  expect(state).toMatchObject({ settings, rock });
  expect((await store.everything()).totals).toEqual(rowsOf('days'));
  expect((await store.everything()).rocks).toEqual(rowsOf('rocks'));
}

describe('a database that is gone', () => {
  it('is begun again from the copy, and that is said until it was read', async () => {
    await inUse();
    database.close();
    await Dexie.delete(NAME);
    const { store, durable } = run();
    const { state, trouble } = await durable.load();
    expect(trouble).toBeNull();
    expect(state.isRestored).toBe(true);
    await expectEverythingSmall(state);
    expect((await store.everything()).visits).toEqual([]);

    await durable.commit({ state, trouble }, { ...state, isRestored: false }, NO_RECORDS);
    expect((await run().durable.load()).state.isRestored).toBe(false);
  });

  it('under a running worker is begun again at the next event', async () => {
    await inUse();
    const { durable } = run();
    const loaded = await durable.load();
    await Dexie.delete(NAME);
    const done = { ...(rock as unknown as NonNullable<State['rock']>), status: 'done' as const };
    await durable.commit(loaded, { ...loaded.state, rock: done }, { ...NO_RECORDS, rocks: [done] });
    const { state } = await durable.load();
    expect(state).toMatchObject({ settings, rock: done, isRestored: true });
    expect((await createStore(database).everything()).totals).toEqual(rowsOf('days'));
  });

  it('whose rows were all deleted is begun again too', async () => {
    await inUse();
    for (const table of database.tables) await table.clear();
    const { state } = await run().durable.load();
    expect(state.isRestored).toBe(true);
    await expectEverythingSmall(state);
  });

  it('of whose state alone the rows were deleted does not count the days twice', async () => {
    await inUse();
    await database.state.clear();
    await expectEverythingSmall((await run().durable.load()).state);
  });

  it('and was never there, at first run, is not restored', async () => {
    const { durable } = run();
    expect(await durable.load()).toEqual({ state: NEW_STATE, trouble: null });
    await durable.refreshCopy();
    expect((await run().durable.load()).state).toEqual(NEW_STATE);
  });

  it('while the copy cannot be read is used, and filled when the copy can be read', async () => {
    await inUse();
    database.close();
    await Dexie.delete(NAME);
    const unread = { ...copy, read: () => Promise.reject(new Error('No storage.')) };
    const first = run(unread);
    const loaded = await first.durable.load();
    const [attempt] = frozen.stores.attempts.rows;
    const later = { ...attempt, id: 'later', day: day('2026-11-20') };
    await first.durable.commit(loaded, loaded.state, { ...NO_RECORDS, attempts: [later as never] });

    const { state } = await run().durable.load();
    expect(state).toMatchObject({ settings, rock, isRestored: true });
    const [facebook] = (await createStore(database).past.totals(day('2026-11-20'), day('2026-11-20'))).filter(
      ({ site }) => site === 'facebook.com',
    );
    expect(facebook?.attempts).toBe(2);
  });
});

describe('a database that is damaged', () => {
  it.each([
    ['tables', { ...V1, stores: { state: frozen.stores.state, rocks: frozen.stores.rocks } }],
    ['keys', altered('state', [], { keyPath: 'nothingOfOurs' })],
    ['indexes', altered('visits', [...rowsOf('visits')], { indexes: [] })],
    ['everything', { version: 10, stores: { things: { keyPath: 'id', indexes: [], rows: [] } } }],
  ] as [string, RawDatabase][])(
    'in its %s is put together from what is left and the copy',
    async (_name, raw) => {
      await inUse();
      database.close();
      await createRaw(NAME, raw);
      const { durable, store } = run();
      const { state, trouble } = await durable.load();
      expect(trouble).toBeNull();
      expect(state.isRestored).toBe(true);
      await expectEverythingSmall(state);
      expect((await store.everything()).visits).toEqual(raw.stores['visits']?.rows ?? []);
    },
  );

  it('keeps what it had and the copy had not', async () => {
    await createRaw(NAME, altered('visits', [...rowsOf('visits')], { indexes: [] }));
    const { durable } = run();
    const { state } = await durable.load();
    await expectEverythingSmall(state);
    expect(state.tracker.open?.site).toBe('mail.google.com');
    expect(await database.attempts.toArray()).toEqual(rowsOf('attempts'));
    const hours = rowsOf('hours').map(row => asToday('hours', row));
    expect(await database.hours.toArray()).toEqual(hours);
    expect(Object.keys(copy.content.days)).toEqual(['2026-11-20', '2026-11-23']);
  });

  it('is rebuilt from the copy where it was deleted but not begun', async () => {
    await createRaw(NAME, altered('visits', [], { indexes: [] }));
    const { store } = run();
    const dying = { ...store, begin: () => Promise.reject(new Error('Killed.')) };
    expect((await durableStore(dying, copy).load()).trouble).toBe('database');
    await expectEverythingSmall((await run().durable.load()).state);
  });

  it('is not deleted while the copy cannot be read or written', async () => {
    const raw = altered('visits', [...rowsOf('visits')], { indexes: [] });
    await createRaw(NAME, raw);
    const unread = { ...copy, read: () => Promise.reject(new Error('No storage.')) };
    await expect(run(unread).durable.load()).rejects.toThrow('database');
    const unwritten = { ...copy, write: () => Promise.reject(new Error('No storage.')) };
    expect((await run(unwritten).durable.load()).trouble).toBe('database');
    await expectEverythingSmall((await run().durable.load()).state);
  });

  it('of which one total is malformed takes that from the copy', async () => {
    await inUse();
    const [total] = frozen.stores.days.rows;
    await database.days.put({ ...total, time: 'long' } as never);
    const { durable } = run();
    const loaded = await durable.load();
    const [attempt] = frozen.stores.attempts.rows;
    const another = { ...attempt, id: 'another', site: total?.site, category: total?.category };
    await durable.commit(loaded, loaded.state, { ...NO_RECORDS, attempts: [another as never] });
    expect((await durable.load()).trouble).toBeNull();
    const days = (rowsOf('days') as { site: string; attempts: number }[]).map(each =>
      each === rowsOf('days')[0] ? { ...each, attempts: each.attempts + 1 } : each,
    );
    expect((await createStore(database).everything()).totals).toEqual(days);
  });
});

describe('rows of the state that are malformed', () => {
  const broken = [null, 7, 'x', [], { title: 3 }, { open: 'x' }];

  it.each(broken)('%j do not wedge the worker; settings and rock are as the copy has them', async value => {
    await inUse();
    await database.state.bulkPut(['settings', 'rock', 'tracker'].map(key => ({ key, value })));
    const { state, trouble } = await run().durable.load();
    expect(trouble).toBeNull();
    expect(state.tracker).toEqual(NEW_STATE.tracker);
    expect(state.rock).toEqual(value === null ? null : rock);
    if (typeof value !== 'object') expect(state.settings).toMatchObject(settings as object);
  });

  it.each(broken)('%j in the copy are no copy', value => {
    const { kept, unwritten } = readSmallCopy({ kept: value, unwritten: value });
    expect(kept?.rock ?? null).toBeNull();
    expect(unwritten?.state ?? NEW_STATE).toEqual(NEW_STATE);
  });
});
