import Dexie from 'dexie';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { durableStore } from '../../src/background/durable-store';
import { NO_RECORDS } from '../../src/domain/records';
import { createDatabase } from '../../src/storage/database';
import { createStore } from '../../src/storage/store';
import { fakeCopy } from '../fakes/copy';
import { KNOWN_SCHEDULES } from '../regressions/schedules';
import { judge, stateOf } from './judge';
import { type ModelStore, memoryStore } from './memory-store';
import { KINDS, type Schedule, schedules } from './schedule';

/**
 * A few at every save; `SCHEDULES` says how many. The same ones each time, so that a failure is of the change at hand;
 * another `SEED` looks further. A failure prints the seed, and the schedule cut down.
 */
const RUNS = Number(process.env['SCHEDULES'] ?? 100);
const SEED = Number(process.env['SEED'] ?? 20_261_122);
const ON_A_DATABASE = Math.ceil(RUNS / 50);

describe('the minutes are true', () => {
  const played = new Map<string, number>();
  let exact = 0;

  it(`over ${RUNS} random schedules`, async () => {
    const property = fc.asyncProperty(schedules, async schedule => {
      if (await judge(schedule, memoryStore(stateOf(schedule)))) exact++;
      for (const { happening } of schedule.happenings) {
        played.set(happening.what, (played.get(happening.what) ?? 0) + 1);
      }
    });
    await fc.assert(property, { numRuns: RUNS, seed: SEED });
  }, 900_000);

  it('every kind of thing happened among them, and many had to be true to the tick', () => {
    expect([...played.keys()].sort()).toEqual([...KINDS].sort());
    expect(exact).toBeGreaterThan(RUNS / 5);
  });

  it.each(Object.entries(KNOWN_SCHEDULES))('where it once was not: %s', async (_name, schedule) => {
    await judge(schedule, memoryStore(stateOf(schedule)));
  });

  it(`over ${ON_A_DATABASE} of them with the real storage`, async () => {
    const property = fc.asyncProperty(schedules, async schedule => {
      await Dexie.delete(NAME);
      const { store, close } = await realStore(schedule);
      await judge(schedule, store).finally(close);
    });
    await fc.assert(property, { numRuns: ON_A_DATABASE, seed: SEED });
  }, 900_000);

  afterAll(() => {
    const kinds = [...played].sort().map(([kind, count]) => `${kind} ${count}`);
    // biome-ignore lint/suspicious/noConsole: how much was covered is what one reads this for.
    console.info(`${RUNS} schedules, ${exact} of them exact to the tick; ${kinds.join(', ')}`);
  });
});

const NAME = 'model-test';

async function realStore(schedule: Schedule): Promise<{ store: ModelStore; close: () => void }> {
  const database = createDatabase(NAME);
  const inner = createStore(database);
  const durable = durableStore(inner, fakeCopy());
  const loaded = await durable.load();
  await durable.commit(loaded, stateOf(schedule), NO_RECORDS);
  const recorded = async () => ({
    visits: (await inner.everything()).visits,
    days: (await inner.everything()).totals,
    hours: await database.hours.toArray(),
  });
  return { store: { ...durable, recorded }, close: () => database.close() };
}
