import { expect, it } from 'vitest';
import { backupOf, smallDaysOf } from '../../src/domain/backup';
import type { Pattern } from '../../src/domain/pattern';
import { DEFAULT_SETTINGS, SOCIAL } from '../../src/domain/settings';
import { keptOf } from '../../src/domain/small-copy';
import { emptyTotal } from '../../src/domain/totals';
import { day } from '../fixtures/moment';
import { openRock, stateWith } from '../fixtures/state';

const TODAY = day('2026-11-23');
const total = (site: string, time: number) => ({ ...emptyTotal(TODAY, site as Pattern, SOCIAL), time });
const asking = (question: string) => ({ ...DEFAULT_SETTINGS, question });
const nothing = {
  state: {},
  totals: [],
  rocks: [],
  hours: [],
  visits: [],
  attempts: [],
  passes: [],
  remarks: [],
  terms: [],
  reviews: [],
};

const copied = {
  day: TODAY,
  totals: [total('x.com', 4), total('y.com', 4)],
  rocks: [openRock(), openRock({ id: 'other' })],
  terms: [],
  reviews: [],
};

it('a backup has what the copy has, and where more could be salvaged, that', () => {
  const done = openRock({ status: 'done' });
  const backup = backupOf(keptOf(stateWith({ settings: asking('Old?'), rock: openRock() })), [copied], {
    ...nothing,
    state: { settings: asking('New?'), rock: done },
    totals: [total('x.com', 9), total('z.com', 9)],
    rocks: [done],
  });
  expect(backup.kept).toMatchObject({ settings: asking('New?'), rock: done });
  expect(smallDaysOf(backup)).toEqual([
    {
      day: TODAY,
      totals: [total('x.com', 9), total('y.com', 4), total('z.com', 9)],
      rocks: [done, openRock({ id: 'other' })],
      terms: [],
      reviews: [],
    },
  ]);
});

it('a backup takes from the copy what could not be salvaged', () => {
  const kept = keptOf(stateWith({ settings: asking('Old?'), rock: openRock() }));
  expect(
    backupOf(kept, [copied], { ...nothing, state: { rock: 'x', settings: 7, tracker: 'x' } }).kept,
  ).toEqual(kept);
  expect(backupOf(kept, [copied], nothing)).toMatchObject({ kept, tracker: null });
});
