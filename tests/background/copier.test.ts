import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CopiedStore, durableStore } from '../../src/background/durable-store';
import type { CopyPart } from '../../src/background/held-copy';
import type { Pattern } from '../../src/domain/pattern';
import { NO_RECORDS, type Records } from '../../src/domain/records';
import { SOCIAL } from '../../src/domain/settings';
import { createDatabase, type Database } from '../../src/storage/database';
import { createStore, type Store } from '../../src/storage/store';
import { fakeCopy } from '../fakes/copy';
import { at, day, ZONE } from '../fixtures/moment';
import { openRock } from '../fixtures/state';

const NAME = 'copier-test';
const { at: START } = at('2026-11-23T10:00');

let copy: ReturnType<typeof fakeCopy>;
let log: string[];
let database: Database;
let store: Store;
let durable: CopiedStore;

/** Another run of the worker; what it asks of the copy is logged. */
function run() {
  log = [];
  durable = durableStore(store, {
    read: () => {
      log.push('read');
      return copy.read();
    },
    readDays: () => {
      log.push('read days');
      return copy.readDays();
    },
    write: async (part: CopyPart) => {
      log.push(
        `write ${[...Object.keys(part).filter(key => key !== 'days'), ...(part.days ?? []).map(each => each.day)].join(' ')}`,
      );
      await copy.write(part);
    },
  });
}

const attemptOn = (id: string, date: string): Records => ({
  ...NO_RECORDS,
  attempts: [{ id, at: START, zone: ZONE, day: day(date), site: 'x.com' as Pattern, category: SOCIAL }],
});

async function happen(records: Records) {
  const loaded = await durable.load();
  await durable.commit(loaded, loaded.state, records);
}

beforeEach(async () => {
  database = createDatabase(NAME);
  store = createStore(database);
  copy = fakeCopy();
  run();
  await durable.load();
  await durable.refreshCopy();
  run();
});

afterEach(async () => {
  database.close();
  await Dexie.delete(NAME);
});

describe('the copy', () => {
  it('is neither read nor written by beats, save once a run to know what was kept back', async () => {
    for (let beat = 0; beat < 5; beat++) {
      const loaded = await durable.load();
      const tracker = { ...loaded.state.tracker, clock: beat + 1 };
      await durable.commit(loaded, { ...loaded.state, tracker }, NO_RECORDS);
    }
    expect(log).toEqual(['read']);
  });

  it('is rewritten only for the days that a commit has touched, as the database has them', async () => {
    await happen(attemptOn('a', '2026-11-20'));
    await happen(attemptOn('b', '2026-11-23'));
    await happen({ ...attemptOn('c', '2026-11-23'), rocks: [openRock()] });
    expect(log).toEqual(['read', 'write 2026-11-20', 'write 2026-11-23', 'write 2026-11-23']);
    expect(copy.content.days['2026-11-23']).toEqual({
      day: '2026-11-23',
      totals: await store.past.totals(day('2026-11-23'), day('2026-11-23')),
      rocks: [openRock()],
      terms: [],
      reviews: [],
    });
    expect(copy.content.days['2026-11-23']?.totals[0]?.attempts).toBe(2);
  });

  it('holds settings and rock as soon as they change', async () => {
    const loaded = await durable.load();
    await durable.commit(
      loaded,
      { ...loaded.state, rock: openRock() },
      { ...NO_RECORDS, rocks: [openRock()] },
    );
    expect(log).toEqual(['read', 'write kept 2026-11-23']);
    expect(copy.content.kept?.rock).toEqual(openRock());
  });

  it('never claims what the database did not take', async () => {
    const before = structuredClone(copy.content.days);
    const loaded = await durable.load();
    database.close();
    await Dexie.delete(NAME);
    await durable.commit(loaded, loaded.state, attemptOn('a', '2026-11-23'));
    expect(copy.content.days).toEqual(before);
  });

  it('that fell behind catches up by the last days, when it is looked after', async () => {
    const { state } = await durable.load();
    for (const [i, date] of ['2026-11-02', '2026-11-18', '2026-11-24'].entries()) {
      await store.commit(state, state, attemptOn(`${i}`, date));
    }
    await durable.refreshCopy();
    expect(Object.keys(copy.content.days)).toEqual(['2026-11-18', '2026-11-24']);
  });

  it('that is gone is written again whole', async () => {
    await happen(attemptOn('a', '2020-01-02'));
    await happen({ ...NO_RECORDS, rocks: [openRock()] });
    copy = fakeCopy();
    run();
    await durable.load();
    await durable.refreshCopy();
    expect(copy.content.kept).not.toBeNull();
    expect(Object.keys(copy.content.days)).toEqual(['2020-01-02', '2026-11-23']);
  });

  it('fails without harm, and catches up', async () => {
    const loaded = await durable.load();
    const { write } = copy;
    copy.write = () => Promise.reject(new Error('No space.'));
    await durable.commit(loaded, loaded.state, attemptOn('a', '2026-11-23'));
    expect(copy.content.days).toEqual({});
    copy.write = write;
    await durable.refreshCopy();
    expect(Object.keys(copy.content.days)).toEqual(['2026-11-23']);
  });
});
