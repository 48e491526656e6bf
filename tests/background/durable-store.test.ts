import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { durableStore } from '../../src/background/durable-store';
import type { Pattern } from '../../src/domain/pattern';
import { DEFAULT_SETTINGS, SOCIAL } from '../../src/domain/settings';
import { NEW_STATE, NO_RECORDS, type State } from '../../src/domain/state';
import { instant } from '../../src/domain/time';
import { restart } from '../../src/domain/tracker';
import type { OpenVisit } from '../../src/domain/visit';
import { createDatabase } from '../../src/storage/database';
import { createStore, type Store } from '../../src/storage/store';
import { fakeCopy } from '../fakes/copy';
import { at, ZONE } from '../fixtures/moment';
import { openRock } from '../fixtures/state';

const NAME = 'durable-test';
const START = at('2026-11-23T10:00').at;

afterEach(() => Dexie.delete(NAME));

/** A real store whose database can be made to fail. */
function breakable() {
  const store = createStore(createDatabase(NAME));
  const broken = { is: false };
  const guarded = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => {
    return async (...args: A) => {
      if (broken.is) throw new Error('The disk is full.');
      return work(...args);
    };
  };
  const wrapped: Store = { ...store, load: guarded(store.load), commit: guarded(store.commit) };
  return { store: wrapped, broken };
}

const FRESH = { state: NEW_STATE, trouble: null };

const openVisit: OpenVisit = {
  site: 'x.com' as Pattern,
  category: SOCIAL,
  startedAt: START,
  lastSeenAt: instant(START + 4000),
  zone: ZONE,
  check: true,
  soundAt: null,
  run: 'run-1',
  clock: 0,
};

const attempt = {
  id: 'a',
  at: START,
  zone: ZONE,
  day: openRock().day,
  site: 'x.com' as Pattern,
  category: SOCIAL,
};

describe('while the database works', () => {
  it('it is used, and the copy holds settings and rock', async () => {
    const { store } = breakable();
    const copy = fakeCopy();
    const durable = durableStore(store, copy);
    const next: State = { ...NEW_STATE, rock: openRock() };
    await durable.commit(FRESH, next, NO_RECORDS);
    expect(await durable.load()).toEqual({ state: next, trouble: null });
    expect(copy.content).toEqual({ kept: { settings: next.settings, rock: next.rock }, unwritten: null });
  });
});

describe('an import', () => {
  const history = { settings: DEFAULT_SETTINGS, rocks: [openRock()], visits: [], totals: [] };
  const moment = { at: START, zone: ZONE };

  it('goes to the database, and its settings and rock to the copy', async () => {
    const { store } = breakable();
    const copy = fakeCopy();
    const durable = durableStore(store, copy);
    await durable.merge(FRESH, history, moment);
    expect((await durable.load()).state.rock).toEqual(openRock());
    expect(copy.content.kept).toEqual({ settings: DEFAULT_SETTINGS, rock: openRock() });
  });

  it('is refused while the database cannot be used, or something is still to be written to it', async () => {
    const { store, broken } = breakable();
    const durable = durableStore(store, fakeCopy());
    broken.is = true;
    const loaded = await durable.load();
    await expect(durable.merge(loaded, history, moment)).rejects.toMatchObject({ fault: 'database' });
    await durable.commit(FRESH, { ...NEW_STATE, rock: openRock({ id: 'late' }) }, NO_RECORDS);
    await expect(durable.merge(FRESH, history, moment)).rejects.toMatchObject({ fault: 'database' });
    broken.is = false;
    expect(await store.allRocks()).toEqual([]);
  });
});

describe('when the database fails', () => {
  it('the copy is worked from, and what happens is written when the database takes it', async () => {
    const { store, broken } = breakable();
    const copy = fakeCopy();
    const durable = durableStore(store, copy);
    const pinned: State = {
      ...NEW_STATE,
      rock: openRock(),
      tracker: { open: openVisit, lastAttention: {}, clock: 0 },
    };
    await durable.commit(FRESH, pinned, { ...NO_RECORDS, rocks: [openRock()] });

    broken.is = true;
    const loaded = await durable.load();
    const { state } = loaded;
    expect(loaded.trouble).toBe('database');
    expect(state.rock).toEqual(openRock());
    const done = openRock({ status: 'done', doneAt: START });
    await durable.commit(
      loaded,
      { ...state, rock: done },
      { ...NO_RECORDS, rocks: [done], attempts: [attempt] },
    );
    expect((await durable.load()).state.rock).toEqual(done);

    broken.is = false;
    const healed = await durable.load();
    expect(healed).toEqual({ state: { ...state, rock: done }, trouble: null });
    expect(copy.content.unwritten).toBeNull();
    expect(await store.allRocks()).toEqual([done]);
    const totals = await store.allTotals();
    expect(totals.map(({ site, time, attempts }) => [site, time, attempts])).toEqual([['x.com', 4000, 1]]);
  });

  it('in the middle of a commit, that commit is kept back', async () => {
    const { store, broken } = breakable();
    const durable = durableStore(store, fakeCopy());
    const loaded = await durable.load();
    const { state } = loaded;
    broken.is = true;
    await durable.commit(loaded, { ...state, rock: openRock() }, { ...NO_RECORDS, rocks: [openRock()] });
    broken.is = false;
    expect((await durable.load()).state.rock).toEqual(openRock());
    expect(await store.allRocks()).toEqual([openRock()]);
  });

  it('for one beat, the visit that goes on is recorded whole and once', async () => {
    const { store, broken } = breakable();
    const durable = durableStore(store, fakeCopy());
    const going = (lastSeenAt: number): State => ({
      ...NEW_STATE,
      tracker: { open: { ...openVisit, lastSeenAt: instant(lastSeenAt) }, lastAttention: {}, clock: 0 },
    });
    await durable.commit(FRESH, going(START + 4000), NO_RECORDS);
    broken.is = true;
    await durable.commit({ state: going(START + 4000), trouble: null }, going(START + 6000), NO_RECORDS);
    broken.is = false;
    const loaded = await durable.load();
    expect(loaded.state.tracker.open?.lastSeenAt).toBe(START + 6000);
    const ended = restart(loaded.state.tracker, 0);
    const records = { ...NO_RECORDS, visits: ended.visits };
    await durable.commit(loaded, { ...loaded.state, tracker: ended.tracker }, records);
    expect((await store.allTotals()).map(({ time }) => time)).toEqual([6000]);
  });

  it('only to open, what it holds open is not forgotten', async () => {
    const { store, broken } = breakable();
    const durable = durableStore(store, fakeCopy());
    const going: State = { ...NEW_STATE, tracker: { open: openVisit, lastAttention: {}, clock: 0 } };
    await durable.commit(FRESH, going, NO_RECORDS);
    broken.is = true;
    const loaded = await durable.load();
    broken.is = false;
    await durable.commit(
      loaded,
      { ...loaded.state, rock: openRock() },
      { ...NO_RECORDS, rocks: [openRock()] },
    );
    const { state } = await durable.load();
    expect(state.rock).toEqual(openRock());
    expect((await store.allTotals()).map(({ time }) => time)).toEqual([4000]);
  });

  it('is the copy alone, the database is used as ever', async () => {
    const { store } = breakable();
    const noCopy = {
      read: () => Promise.reject(new Error('No storage.')),
      write: () => Promise.reject(new Error('No storage.')),
    };
    const durable = durableStore(store, noCopy);
    await durable.commit(FRESH, { ...NEW_STATE, rock: openRock() }, NO_RECORDS);
    expect((await durable.load()).state.rock).toEqual(openRock());
  });
});
