import { readdirSync, readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { asToday, createDatabase, VERSIONS } from '../../src/storage/database';
import { BEGUN } from '../../src/storage/load';
import { createStore } from '../../src/storage/store';
import { day } from '../fixtures/moment';
import { createRaw, type RawDatabase, readRaw } from '../fixtures/raw-database';

type Frozen = RawDatabase & { schema: Record<string, string> };

const FOLDER = 'tests/fixtures/databases';
const NAME = 'versions-test';

const frozen = (version: number): Frozen =>
  JSON.parse(readFileSync(`${FOLDER}/v${version}.json`, 'utf8')) as Frozen;

const numbers = Object.keys(VERSIONS).map(Number);

/** Without the rows. */
const structureOf = ({ stores }: RawDatabase) =>
  Object.fromEntries(
    Object.entries(stores).map(([name, { keyPath, indexes }]) => [name, { keyPath, indexes }]),
  );

afterEach(() => Dexie.delete(NAME));

describe('versions of the database', () => {
  it('are frozen, each in a file of its own', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(numbers.map(number => `v${number}.json`).sort());
  });

  it.each(numbers)('%i is what it was when it was released: add a version instead of changing it', number => {
    expect(VERSIONS[number]).toEqual(frozen(number).schema);
  });

  it.each(numbers)('%i makes the tables and keys that were released', async number => {
    const database = new Dexie(NAME);
    for (const each of numbers.filter(each => each <= number)) {
      database.version(each).stores(VERSIONS[each] ?? {});
    }
    await database.open();
    database.close();
    const { version, ...made } = await readRaw(NAME);
    expect(version).toBe(frozen(number).version);
    expect(structureOf(made as RawDatabase)).toEqual(structureOf(frozen(number)));
  });
});

describe.each(numbers)('a database of version %i', number => {
  it('is read whole', async () => {
    const dump = frozen(number);
    await createRaw(NAME, dump);
    const database = createDatabase(NAME);
    const store = createStore(database);
    const rows = (table: string) => dump.stores[table]?.rows ?? [];
    const stateRows = (rows('state') as { key: string; value: unknown }[]).filter(({ key }) => key !== BEGUN);
    const values = Object.fromEntries(stateRows.map(row => [row.key, row.value]));

    const { state, begun } = await store.load(null);
    expect(begun).toBe('wholly');
    expect(state).toMatchObject({ ...values, isRestored: false });
    expect((await store.everything()).visits).toEqual(rows('visits'));
    expect((await store.everything()).totals).toEqual(rows('days'));
    expect((await store.everything()).rocks).toEqual(rows('rocks'));
    expect(await store.past.totals(day('2026-11-20'), day('2026-11-20'))).toHaveLength(3);
    expect(await database.attempts.toArray()).toEqual(rows('attempts'));
    expect(await database.hours.toArray()).toEqual(rows('hours').map(row => asToday('hours', row)));
    expect(await database.passes.toArray()).toEqual(rows('passes'));
    expect(await database.remarks.toArray()).toEqual(rows('remarks'));
    expect(await database.terms.toArray()).toEqual(rows('terms'));
    expect(await database.reviews.toArray()).toEqual(rows('reviews'));
    database.close();
  });

  it('is still usable after an upgrade that stopped halfway', async () => {
    const dump = frozen(number);
    await createRaw(NAME, dump);
    const later = createDatabase(NAME);
    later
      .version(99)
      .stores({ things: 'id' })
      .upgrade(async transaction => {
        await transaction.table('rocks').clear();
        throw new Error('The power went.');
      });
    await expect(later.open()).rejects.toThrow();
    later.close();

    const { schema: _, ...before } = dump;
    expect(await readRaw(NAME)).toEqual(before);
    const database = createDatabase(NAME);
    expect((await createStore(database).everything()).rocks).toHaveLength(2);
    database.close();
  });
});
