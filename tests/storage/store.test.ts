import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pass } from '../../src/domain/pass';
import type { Pattern } from '../../src/domain/pattern';
import { NO_RECORDS } from '../../src/domain/records';
import type { Remark } from '../../src/domain/remark';
import { DEFAULT_SETTINGS, SOCIAL } from '../../src/domain/settings';
import { NEW_STATE } from '../../src/domain/state';
import { instant, MINUTE, SECOND } from '../../src/domain/time';
import type { Visit } from '../../src/domain/visit';
import { createDatabase, type Database } from '../../src/storage/database';
import { createStore, type Store } from '../../src/storage/store';
import { at, day, ZONE } from '../fixtures/moment';
import { openRock } from '../fixtures/state';

const NAME = 'store-test';
const START = at('2026-11-23T10:00').at;

let database: Database;
let store: Store;

beforeEach(async () => {
  database = createDatabase(NAME);
  store = createStore(database);
  await store.begin(null);
});

afterEach(async () => {
  database.close();
  await Dexie.delete(NAME);
});

const visit = (part: Partial<Visit> = {}): Visit => ({
  start: START,
  end: instant(START + 15 * SECOND),
  site: 'facebook.com' as Pattern,
  category: SOCIAL,
  zone: ZONE,
  day: day('2026-11-23'),
  hour: 10,
  check: true,
  pass: null,
  clock: 0,
  ...part,
});

const attempt = {
  id: 'a',
  at: START,
  zone: ZONE,
  day: day('2026-11-23'),
  site: 'x.com' as Pattern,
  category: SOCIAL,
};

const remark = (id: string, at: number): Remark => ({
  id,
  at: instant(at),
  zone: ZONE,
  day: day('2026-11-23'),
  what: 'rock swapped',
  site: null,
});

const pass = (id: string, startedAt: number): Pass => ({
  id,
  zone: ZONE,
  day: day('2026-11-23'),
  site: 'x.com' as Pattern,
  category: SOCIAL,
  purpose: 'Answer Dana',
  minutes: 5,
  startedAt: instant(startedAt),
  endsAt: instant(startedAt + 5 * MINUTE),
  isOver: true,
  outcome: null,
});

describe('the store', () => {
  it('starts with nothing', async () => {
    expect((await store.load(null)).state).toEqual(NEW_STATE);
  });

  it('gives back the state it was given, also to another connection', async () => {
    const next = { ...NEW_STATE, rock: openRock(), settings: { ...DEFAULT_SETTINGS, question: 'Why?' } };
    await store.commit(NEW_STATE, next, NO_RECORDS);
    database.close();
    const other = createDatabase(NAME);
    expect(await createStore(other).load(null)).toEqual({ state: next, begun: 'wholly' });
    other.close();
  });

  it('writes only what has changed of the state', async () => {
    const next = { ...NEW_STATE, rock: openRock() };
    await store.commit(NEW_STATE, next, NO_RECORDS);
    expect((await database.state.toArray()).map(({ key }) => key)).toEqual(['begun', 'rock']);
  });

  it('adds visits and attempts to the totals of their day and hour', async () => {
    const second = visit({
      start: instant(START + 60 * SECOND),
      end: instant(START + 70 * SECOND),
      check: false,
    });
    await store.commit(NEW_STATE, NEW_STATE, { ...NO_RECORDS, visits: [visit()], attempts: [attempt] });
    await store.commit(NEW_STATE, NEW_STATE, { ...NO_RECORDS, visits: [second] });
    expect(await store.past.totals(day('2026-11-23'), day('2026-11-23'))).toEqual([
      {
        day: '2026-11-23',
        site: 'facebook.com',
        category: SOCIAL,
        time: 25_000,
        checks: 1,
        attempts: 0,
        passTime: 0,
      },
      { day: '2026-11-23', site: 'x.com', category: SOCIAL, time: 0, checks: 0, attempts: 1, passTime: 0 },
    ]);
    expect(await database.hours.toArray()).toEqual([
      { day: '2026-11-23', hour: 10, category: SOCIAL, time: 25_000, passTime: 0 },
    ]);
    expect(await store.past.totals(day('2026-11-22'), day('2026-11-22'))).toEqual([]);
  });

  it('counts a record committed twice once', async () => {
    const records = { ...NO_RECORDS, visits: [visit()], attempts: [attempt] };
    await store.commit(NEW_STATE, NEW_STATE, records);
    const once = (await store.everything()).totals;
    await store.commit(NEW_STATE, NEW_STATE, records);
    expect((await store.everything()).totals).toEqual(once);
    expect((await store.everything()).visits).toHaveLength(1);
  });

  it('gives the passes and remarks of a day in order of time, and leaves out what does not pass', async () => {
    const [early, late] = [remark('early', START), remark('late', START + SECOND)];
    const elsewhere = { ...remark('elsewhere', START), day: day('2026-11-22') };
    const remarks = [late, early, elsewhere, { ...early, id: 'odd', what: 'odd' as Remark['what'] }];
    const [first, second] = [pass('first', START), pass('second', START + SECOND)];
    await store.commit(NEW_STATE, NEW_STATE, { ...NO_RECORDS, remarks, passes: [second, first] });
    expect(await store.past.remarks(day('2026-11-23'))).toEqual([early, late]);
    expect(await store.past.passes(day('2026-11-23'))).toEqual([first, second]);
    expect(await store.past.passes(day('2026-11-22'))).toEqual([]);
  });

  it('writes state and records together or not at all', async () => {
    const unstorable = { ...visit(), zone: (() => undefined) as unknown as string };
    const next = { ...NEW_STATE, rock: openRock() };
    await expect(store.commit(NEW_STATE, next, { ...NO_RECORDS, visits: [unstorable] })).rejects.toThrow();
    expect((await store.load(null)).state).toEqual(NEW_STATE);
    expect((await store.everything()).totals).toEqual([]);
  });

  it('prunes visits and attempts of days gone by, and keeps totals and rocks', async () => {
    const days = ['2025-10-21', '2025-10-22', '2025-10-23', '2025-10-24'].map(day);
    await store.commit(NEW_STATE, NEW_STATE, {
      ...NO_RECORDS,
      visits: days.map((each, i) => visit({ day: each, start: instant(START + i) })),
      attempts: days.map(each => ({ ...attempt, id: each, day: each })),
      rocks: days.map(each => openRock({ id: each, day: each })),
    });
    const totals = (await store.everything()).totals;
    const kept = ['2025-10-23', '2025-10-24'];
    await store.prune(day('2025-10-23'));
    await store.prune(day('2025-10-23'));
    expect((await store.everything()).visits.map(each => each.day)).toEqual(kept);
    expect((await database.attempts.toArray()).map(each => each.day)).toEqual(kept);
    expect((await store.everything()).totals).toEqual(totals);
    expect(await database.hours.count()).toBe(4);
    expect((await store.everything()).rocks).toHaveLength(4);
  });

  it('prunes more than it deletes at once', async () => {
    const visits = Array.from({ length: 1200 }, (_, i) => visit({ start: instant(START + i) }));
    await store.commit(NEW_STATE, NEW_STATE, { ...NO_RECORDS, visits });
    await store.prune(day('2026-11-24'));
    expect((await store.everything()).visits).toEqual([]);
  });

  it('lists the rocks of a span of days, first pinned first', async () => {
    const rocks = [
      openRock({ id: 'b', pinnedAt: instant(START + 1) }),
      openRock({ id: 'a', pinnedAt: START }),
      openRock({ id: 'c', day: day('2026-11-25') }),
    ];
    await store.commit(NEW_STATE, NEW_STATE, { ...NO_RECORDS, rocks });
    const found = await store.past.rocks(day('2026-11-22'), day('2026-11-24'));
    expect(found.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
