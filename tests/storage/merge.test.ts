import 'fake-indexeddb/auto';
import 'temporal-polyfill/global';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, firstSettings } from '../../src/domain/settings';
import { NEW_STATE } from '../../src/domain/state';
import { createDatabase, type Database } from '../../src/storage/database';
import { createStore, type Store } from '../../src/storage/store';
import { day } from '../fixtures/moment';
import { openRock } from '../fixtures/state';
import { snapshot, twoUsages, WHOLE, worldAt } from '../fixtures/usage';
import { EMPTY, exported, historyOf, imported, SUNDAY, type World } from '../fixtures/world';

const NAME = 'merge-test';

let database: Database;
let store: Store;

beforeEach(() => {
  database = createDatabase(NAME);
  store = createStore(database);
});

afterEach(clear);

async function clear(): Promise<void> {
  database.close();
  await Dexie.delete(NAME);
}

/** All that is stored, as lists. */
async function stored(): Promise<World> {
  await database.open();
  const { state } = await store.load(null);
  return { state, ...(await store.everything()) };
}

async function fill({ state, visits, totals, hours, rocks, passes, attempts }: World): Promise<void> {
  await database.open();
  await database.visits.bulkPut([...visits]);
  await database.days.bulkPut([...totals]);
  await database.hours.bulkPut([...hours]);
  await database.rocks.bulkPut([...rocks]);
  await database.passes.bulkPut([...passes]);
  await database.attempts.bulkPut([...attempts]);
  await database.state.bulkPut(Object.entries(state).map(([key, value]) => ({ key, value })));
}

const merge = async (file: unknown, moment = SUNDAY) => {
  await store.begin(null);
  return store.merge((await store.load(null)).state, historyOf(file), moment, false);
};

const USED = { step: 100, keptFrom: WHOLE };

/** A fixed usage of two computers. */
const both = twoUsages.filter(usages => usages.every(({ sessions }) => sessions.length > 3));
const [HERE, THERE] = fc.sample(both, { numRuns: 1, seed: 7 }).flat();
if (!HERE || !THERE) throw new Error('No usage.');

describe('merging in the database', () => {
  it('does what merging does, and leaves other days alone', { timeout: 30_000 }, async () => {
    await fc.assert(
      fc
        .asyncProperty(twoUsages, snapshot, snapshot, async ([here, there], one, other) => {
          const { world, moment } = worldAt(here, one);
          await fill(world);
          const file = exported(worldAt(there, other).world);
          await merge(file, moment);
          expect(await stored()).toEqual(imported(world, file, moment));
        })
        .afterEach(async () => {
          await clear();
          database = createDatabase(NAME);
          store = createStore(database);
        }),
      { numRuns: 8 },
    );
  });

  it('restores an export into an empty database, settings and current rock with it', async () => {
    const { world } = worldAt(HERE, USED);
    const settings = { ...DEFAULT_SETTINGS, question: 'Does this sell?' };
    const file = exported({ ...world, state: { ...world.state, settings } });
    await merge(file);
    expect(exported(await stored())).toEqual(file);
    expect((await store.load(null)).state).toEqual({ ...NEW_STATE, settings, rock: world.state.rock });
  });

  it('takes the words that a language begins with for unchanged, and others for a change', async () => {
    const { world } = worldAt(HERE, USED);
    const file = exported(world);
    const german = firstSettings({
      social: 'Soziale Netze',
      scoreboards: 'Anzeigetafeln',
      email: 'E-Mail',
      question: 'Hilft mir das?',
    });
    const opened = createStore(database, german);
    await opened.begin(null);
    const { state } = await opened.load(null);
    expect(state.settings).toEqual(german);
    const merged = await opened.merge(state, historyOf(file), SUNDAY, true);
    expect('state' in merged && merged.state.settings).toEqual(world.state.settings);
    const own = { ...state, settings: { ...german, question: 'Does this sell?' } };
    const kept = await opened.merge(own, historyOf(file), SUNDAY, true);
    expect('state' in kept && kept.state.settings).toEqual(own.settings);
  });

  it('says which days it touched', async () => {
    const { world } = worldAt(HERE, USED);
    const merging = await merge(exported(world));
    const days = [...new Set(world.totals.map(total => total.day))];
    expect('days' in merging && merging.days.toSorted()).toEqual(days);
    const again = await merge(exported(world));
    expect('days' in again && again.days).toEqual([]);
  });

  it('writes all or nothing', async () => {
    const { world } = worldAt(HERE, USED);
    await fill(world);
    const before = await stored();
    const there = worldAt(THERE, USED).world;
    const history = historyOf(exported({ ...there, rocks: [openRock({ id: 'theirs' })] }));
    const unstorable = (() => undefined) as unknown as string;
    const broken = { ...history, visits: history.visits.map(visit => ({ ...visit, pass: unstorable })) };
    expect(broken.visits).not.toEqual([]);
    await expect(store.merge(before.state, broken, SUNDAY, false)).rejects.toThrow();
    expect(await stored()).toEqual(before);
  });

  it('writes nothing where the merge is refused', async () => {
    const sites = Array.from({ length: 5000 }, (_, i) => ({
      pattern: `site-${i}.example`,
      category: 'social',
    }));
    const settings = { ...DEFAULT_SETTINGS, question: 'Why?' };
    await fill({ ...EMPTY, state: { ...NEW_STATE, settings } });
    const before = await stored();
    const { world } = worldAt(HERE, USED);
    const merging = await merge({ ...exported(world), settings: { ...settings, sites } });
    expect(merging).toMatchObject({ refused: { because: 'wrong' } });
    expect(await stored()).toEqual(before);
  });

  it('finds its own visit under whatever day it was recorded', async () => {
    const { world } = worldAt(HERE, USED);
    const shifted = world.visits.map(visit => ({ ...visit, day: day('2026-11-22') }));
    await fill({ ...EMPTY, visits: shifted.slice(0, 1) });
    const [first] = exported(world).visits;
    const file = { ...exported(EMPTY), visits: [first] };
    await merge(file);
    expect((await store.everything()).visits).toEqual(shifted.slice(0, 1));
  });
});
