import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  PERIODS,
  periodAfter,
  periodBefore,
  periodOf,
  periodWith,
} from '../../src/domain/period';
import { day } from '../fixtures/moment';

describe('a period', () => {
  it.each([
    ['2026-W48', '2026-11-23', '2026-11-29'],
    ['2026-W01', '2025-12-29', '2026-01-04'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-11', '2026-11-01', '2026-11-30'],
    ['2026', '2026-01-01', '2026-12-31'],
  ])('%s is from %s to %s', (key, first, last) => {
    expect(periodOf(key)).toMatchObject({ key, first, last });
    const kind = periodOf(key)?.kind ?? 'week';
    expect(periodWith(kind, day(first))).toEqual(periodOf(key));
    expect(periodWith(kind, day(last))).toEqual(periodOf(key));
  });

  it.each(['2025-W53', '2026-W00', '2026-W54', '2026-13', '2026-00', '26', '2026-W4', '', '2026-11-23', 'x'])(
    'is not named by %j',
    key => expect(periodOf(key)).toBeNull(),
  );

  it.each(PERIODS)('of a %s has one before and one after, without a gap', kind => {
    let period = periodWith(kind, day('2019-12-30'));
    for (let i = 0; i < 60; i++) {
      const next = periodAfter(period);
      expect(daysBetween(period.last, next.first)).toHaveLength(2);
      expect(periodBefore(next)).toEqual(period);
      period = next;
    }
  });
});
