import { expect, it } from 'vitest';
import { instant, MINUTE } from '../../../src/domain/time';
import { dayScale } from '../../../src/pages/report/day-scale';
import { aDay, FIVE, NINE } from '../../fakes/client';

const EARLIER = { today: '2026-11-24' as never };

it('a day is shown from the full hour before its beginning to the one after its end', () => {
  const scale = dayScale(
    aDay({ ...EARLIER, work: [[instant(NINE + 20 * MINUTE), instant(FIVE - 20 * MINUTE)]] }),
  );
  expect(scale).toMatchObject({ from: NINE, to: FIVE });
  expect(scale?.hours).toHaveLength(9);
  expect([scale?.placeOf(NINE), scale?.placeOf((NINE + FIVE) / 2), scale?.placeOf(FIVE)]).toEqual([
    0, 0.5, 1,
  ]);
});

it('full hours are those of the place, also where it is half an hour off', () => {
  const scale = dayScale(aDay({ ...EARLIER, zone: 'Asia/Kolkata' }));
  // There it is half past one.
  expect(scale?.from).toBe(NINE - 30 * MINUTE);
});

it('what came before work is shown too, and what came after; of nothing at all there is none', () => {
  const attempts = [{ at: instant(NINE - 90 * MINUTE), site: 'x.com' as never, category: 'social' as never }];
  expect(dayScale(aDay({ ...EARLIER, attempts }))?.from).toBe(NINE - 120 * MINUTE);
  expect(dayScale(aDay({ asOf: instant(FIVE + MINUTE) }))?.to).toBe(FIVE + 60 * MINUTE);
  expect(dayScale(aDay({ ...EARLIER, work: [] }))).toBeNull();
});
