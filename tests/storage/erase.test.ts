import Dexie from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Pattern } from '../../src/domain/pattern';
import { NEW_STATE } from '../../src/domain/state';
import type { DayKey } from '../../src/domain/time';
import { hourTotalsOf } from '../../src/domain/totals';
import { createDatabase, type Database } from '../../src/storage/database';
import { createStore, type Store } from '../../src/storage/store';
import { longHistory } from '../fixtures/decade';
import { at, day, ZONE } from '../fixtures/moment';

const NAME = 'erase-test';
const RECORDS = longHistory({
  first: day('2026-10-19'),
  last: day('2026-11-22'),
  zone: ZONE,
  seed: 'erase',
  until: at('2026-11-22T20:00').at,
});
const LAST_ROCK = RECORDS.rocks.at(-1)?.id ?? '';

let database: Database;
let store: Store;

beforeEach(async () => {
  database = createDatabase(NAME);
  store = createStore(database);
  await store.begin(null);
  await store.commit(NEW_STATE, NEW_STATE, RECORDS);
});

afterEach(async () => {
  database.close();
  await Dexie.delete(NAME);
});

/** Days and hours must go on saying the same. */
async function expectAgreement() {
  const { totals, hours } = await store.everything();
  const sums = (rows: readonly { day: DayKey; category: string; time: number; passTime: number }[]) => {
    const found = new Map<string, [number, number]>();
    for (const { day, category, time, passTime } of rows) {
      const [all, onPurpose] = found.get(`${day} ${category}`) ?? [0, 0];
      found.set(`${day} ${category}`, [all + time, onPurpose + passTime]);
    }
    return new Map([...found].filter(([, [time]]) => time > 0));
  };
  expect(sums(hours)).toEqual(sums(totals));
}

it('one site is gone from everything, and the others are as they were', async () => {
  const before = await store.everything();
  const site = 'linkedin.com' as Pattern;
  const days = await store.erase({ of: 'site', site }, []);
  expect(days).toEqual([...new Set(before.totals.filter(row => row.site === site).map(row => row.day))]);
  const after = await store.everything();
  for (const key of ['visits', 'attempts', 'passes', 'totals'] as const)
    expect(after[key]).toEqual(before[key].filter(row => row.site !== site));
  expect(after.hours).toEqual(
    expect.arrayContaining(hourTotalsOf(before.visits.filter(visit => visit.site !== site))),
  );
  expect(after.rocks).toEqual(before.rocks);
  expect(after.terms).toEqual(before.terms);
  await expectAgreement();
});

it('a site whose visits were deleted with age is taken from the hours in proportion', async () => {
  await store.prune(day('2026-11-23'));
  await store.erase({ of: 'site', site: 'mail.google.com' as Pattern }, []);
  const { totals, hours } = await store.everything();
  const sum = (rows: readonly { category: string; time: number }[]) =>
    rows.filter(({ category }) => category === 'email').reduce((all, { time }) => all + time, 0);
  expect(Math.abs(sum(hours) - sum(totals))).toBeLessThan(hours.length);
});

it('some days are gone, with their rocks and reviews, but for the rock that counts', async () => {
  const before = await store.everything();
  const [first, last] = [day('2026-11-02'), day('2026-11-22')];
  await store.erase({ of: 'days', first, last }, [LAST_ROCK]);
  const after = await store.everything();
  for (const key of ['visits', 'attempts', 'passes', 'totals', 'hours', 'terms'] as const)
    expect(after[key]).toEqual(before[key].filter(row => row.day < first));
  expect(after.rocks).toEqual(before.rocks.filter(({ day, id }) => day < first || id === LAST_ROCK));
  expect(after.reviews).toEqual(before.reviews.filter(({ week }) => week < '2026-W45'));
  await expectAgreement();
});

it('everything is gone but for the rock that counts', async () => {
  await store.erase({ of: 'all' }, [LAST_ROCK]);
  const { rocks, ...rest } = await store.everything();
  expect(rocks.map(({ id }) => id)).toEqual([LAST_ROCK]);
  for (const rows of Object.values(rest)) expect(rows).toEqual([]);
});
