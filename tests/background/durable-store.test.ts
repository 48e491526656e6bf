import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { durableStore } from '../../src/background/durable-store';
import type { CopyPart } from '../../src/background/held-copy';
import { addDays } from '../../src/domain/calendar';
import type { Pattern } from '../../src/domain/pattern';
import { NO_RECORDS } from '../../src/domain/records';
import { DEFAULT_SETTINGS, SOCIAL } from '../../src/domain/settings';
import { keptOf } from '../../src/domain/small-copy';
import { NEW_STATE, type State } from '../../src/domain/state';
import { instant } from '../../src/domain/time';
import { NEW_TRACKER, restart } from '../../src/domain/tracker';
import { createDatabase } from '../../src/storage/database';
import { createStore, type Store } from '../../src/storage/store';
import { fakeCopy } from '../fakes/copy';
import { at, ZONE } from '../fixtures/moment';
import { openRock, openVisit } from '../fixtures/state';

const NAME = 'durable-test';
const START = at('2026-11-23T10:00').at;

afterEach(() => Dexie.delete(NAME));

/** A real store whose database can be made to fail. */
function breakable() {
  const store = createStore(createDatabase(NAME));
  const broken = { is: false, with: new Error('The disk is broken.') };
  const guarded = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => {
    return async (...args: A) => {
      if (broken.is) throw broken.with;
      return work(...args);
    };
  };
  const wrapped: Store = { ...store, load: guarded(store.load), commit: guarded(store.commit) };
  return { store: wrapped, broken };
}

const open = openVisit({
  site: 'x.com' as Pattern,
  startedAt: START,
  lastSeenAt: instant(START + 4000),
  zone: ZONE,
});

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
    await durable.commit(await durable.load(), next, NO_RECORDS);
    expect(await durable.load()).toEqual({ state: next, trouble: null });
    expect(copy.content.kept).toEqual(keptOf(next));
  });
});

describe('an import', () => {
  const history = {
    ...NO_RECORDS,
    settings: DEFAULT_SETTINGS,
    rocks: [openRock()],
    totals: [],
    hours: [],
  };
  const moment = { at: START, zone: ZONE };

  it('goes to the database, and its settings and rock to the copy', async () => {
    const { store } = breakable();
    const copy = fakeCopy();
    const durable = durableStore(store, copy);
    await durable.merge(await durable.load(), history, moment, false);
    expect((await durable.load()).state.rock).toEqual(openRock());
    expect(copy.content.kept).toMatchObject({ settings: DEFAULT_SETTINGS, rock: openRock() });
  });

  it('is refused while the database cannot be used, or something is still to be written to it', async () => {
    const { store, broken } = breakable();
    const durable = durableStore(store, fakeCopy());
    broken.is = true;
    const loaded = await durable.load();
    await expect(durable.merge(loaded, history, moment, false)).rejects.toMatchObject({ fault: 'database' });
    await durable.commit(loaded, { ...NEW_STATE, rock: openRock({ id: 'late' }) }, NO_RECORDS);
    const untold = { ...loaded, trouble: null };
    await expect(durable.merge(untold, history, moment, false)).rejects.toMatchObject({ fault: 'database' });
    broken.is = false;
    expect((await store.everything()).rocks).toEqual([]);
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
      tracker: { ...NEW_TRACKER, open },
    };
    await durable.commit(await durable.load(), pinned, { ...NO_RECORDS, rocks: [openRock()] });

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
    const tracker = { ...NEW_TRACKER, lastAttention: { [SOCIAL]: open.lastSeenAt } };
    expect(healed).toEqual({ state: { ...state, rock: done, tracker }, trouble: null });
    expect(copy.content.unwritten).toBeNull();
    expect((await store.everything()).rocks).toEqual([done]);
    const totals = (await store.everything()).totals;
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
    expect((await store.everything()).rocks).toEqual([openRock()]);
  });

  it('for one beat, the visit that goes on is recorded whole and once', async () => {
    const { store, broken } = breakable();
    const durable = durableStore(store, fakeCopy());
    const going = (lastSeenAt: number): State => ({
      ...NEW_STATE,
      tracker: { ...NEW_TRACKER, open: { ...open, lastSeenAt: instant(lastSeenAt) } },
    });
    await durable.commit(await durable.load(), going(START + 4000), NO_RECORDS);
    broken.is = true;
    await durable.commit({ state: going(START + 4000), trouble: null }, going(START + 6000), NO_RECORDS);
    broken.is = false;
    const loaded = await durable.load();
    expect(loaded.state.tracker.open?.lastSeenAt).toBe(START + 6000);
    const ended = restart(loaded.state.tracker, 0);
    const records = { ...NO_RECORDS, visits: ended.visits };
    await durable.commit(loaded, { ...loaded.state, tracker: ended.tracker }, records);
    expect((await store.everything()).totals.map(({ time }) => time)).toEqual([6000]);
  });

  it('only to open, what it holds open is not forgotten', async () => {
    const { store, broken } = breakable();
    const durable = durableStore(store, fakeCopy());
    const going: State = { ...NEW_STATE, tracker: { ...NEW_TRACKER, open } };
    await durable.commit(await durable.load(), going, NO_RECORDS);
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
    expect((await store.everything()).totals.map(({ time }) => time)).toEqual([4000]);
  });

  it('between two commits on what was loaded once, both are kept back', async () => {
    const { store, broken } = breakable();
    const durable = durableStore(store, fakeCopy());
    const loaded = await durable.load();
    const asking = (question: string): State => ({
      ...loaded.state,
      settings: { ...loaded.state.settings, question },
    });
    broken.is = true;
    await durable.commit(loaded, asking('One?'), NO_RECORDS);
    broken.is = false;
    await durable.commit({ ...loaded, state: asking('One?') }, asking('Two?'), NO_RECORDS);
    expect((await durable.load()).state.settings.question).toBe('Two?');
  });

  it('and the copy will not say that what was kept back is written, nothing later is written over', async () => {
    const { store, broken } = breakable();
    const copy = fakeCopy();
    const stubborn = { is: false };
    const access = {
      ...copy,
      write: async (part: CopyPart) => {
        if (stubborn.is) throw new Error('No storage.');
        await copy.write(part);
      },
    };
    const durable = durableStore(store, access);
    const ask = async (question: string) => {
      const loaded = await durable.load();
      const settings = { ...loaded.state.settings, question };
      await durable.commit(loaded, { ...loaded.state, settings }, NO_RECORDS);
    };
    await durable.load();
    broken.is = true;
    await ask('One?');
    broken.is = false;
    stubborn.is = true;
    await durable.load();
    stubborn.is = false;
    await ask('Two?');
    expect((await durableStore(store, access).load()).state.settings.question).toBe('Two?');
  });

  it.each([
    ['VersionError', 'database-newer'],
    ['QuotaExceededError', 'disk-full'],
    ['SecurityError', 'storage-refused'],
    ['UpgradeAborted', 'upgrade-unfinished'],
    ['UnknownError', 'database'],
  ])('with a %s, that is told, and a rock is pinned and done and written later', async (name, trouble) => {
    const { store, broken } = breakable();
    const durable = durableStore(store, fakeCopy());
    await durable.load();
    broken.is = true;
    broken.with = Object.assign(new Error(name), { name });
    for (const rock of [openRock(), openRock({ status: 'done', doneAt: START })]) {
      const loaded = await durable.load();
      expect(loaded.trouble).toBe(trouble);
      await durable.commit(loaded, { ...loaded.state, rock }, { ...NO_RECORDS, rocks: [rock] });
      expect((await durable.load()).state.rock).toEqual(rock);
    }
    broken.is = false;
    const healed = await durable.load();
    expect([healed.trouble, healed.state.rock?.status]).toEqual([null, 'done']);
    expect((await store.everything()).rocks.map(({ status }) => status)).toEqual(['done']);
  });

  it('and the copy takes nothing either, a rock is still done while the worker lives', async () => {
    const { store, broken } = breakable();
    const durable = durableStore(store, {
      ...fakeCopy(),
      write: () => Promise.reject(new Error('No space.')),
    });
    const loaded = await durable.load();
    broken.is = true;
    const rock = openRock({ status: 'done', doneAt: START });
    await durable.commit(loaded, { ...loaded.state, rock }, { ...NO_RECORDS, rocks: [rock] });
    expect((await durable.load()).state.rock).toEqual(rock);
  });

  it('the day is read from the copy, with what happened since', async () => {
    const { store, broken } = breakable();
    const durable = durableStore(store, fakeCopy());
    const happen = async (id: string, rock = openRock()) => {
      const loaded = await durable.load();
      const records = { ...NO_RECORDS, attempts: [{ ...attempt, id }], rocks: [rock] };
      await durable.commit(loaded, { ...loaded.state, rock }, records);
    };
    await happen('a');
    broken.is = true;
    await happen('b', openRock({ status: 'done' }));
    const { day } = attempt;
    expect((await durable.copied.totals(day, day)).map(({ site, attempts }) => [site, attempts])).toEqual([
      ['x.com', 2],
    ]);
    expect(await durable.copied.rocks(day, day)).toEqual([openRock({ status: 'done' })]);
    expect(await durable.copied.rocks(addDays(day, 1), addDays(day, 2))).toEqual([]);
  });

  it('and the copy cannot be read, nothing is guessed', async () => {
    const { store, broken } = breakable();
    broken.is = true;
    const durable = durableStore(store, {
      ...fakeCopy(),
      read: () => Promise.reject(new Error('No storage.')),
    });
    await expect(durable.load()).rejects.toThrow('database');
  });

  it('is the copy alone, the database is used as ever', async () => {
    const { store } = breakable();
    const noCopy = {
      read: () => Promise.reject(new Error('No storage.')),
      readDays: () => Promise.reject(new Error('No storage.')),
      write: () => Promise.reject(new Error('No storage.')),
    };
    const durable = durableStore(store, noCopy);
    await durable.commit(await durable.load(), { ...NEW_STATE, rock: openRock() }, NO_RECORDS);
    expect((await durable.load()).state.rock).toEqual(openRock());
  });
});
