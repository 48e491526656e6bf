import { expect, it } from 'vitest';
import { EMAIL, SOCIAL } from '../../src/domain/settings';
import { NOTHING_SPENT, spentOn, spentWith } from '../../src/domain/spent';
import { NEW_TRACKER } from '../../src/domain/tracker';
import { type OpenVisit, visitsOf } from '../../src/domain/visit';
import { at } from '../fixtures/moment';
import { stateWith } from '../fixtures/state';

const visit = (from: string, to: string, over: Partial<OpenVisit> = {}): OpenVisit => ({
  site: 'x.com' as OpenVisit['site'],
  category: SOCIAL,
  startedAt: at(from).at,
  lastSeenAt: at(to).at,
  zone: at(from).zone,
  check: true,
  audible: false,
  soundAt: null,
  clock: 0,
  pass: null,
  ...over,
});

const ended = (open: OpenVisit, dayStart = 0) => visitsOf(open, open.lastSeenAt, dayStart);

it('time is summed by category, passes apart, of one day', () => {
  const spent = spentWith(NOTHING_SPENT, [
    ...ended(visit('2026-11-23T10:00', '2026-11-23T11:10')),
    ...ended(visit('2026-11-23T11:10', '2026-11-23T11:20', { pass: 'pass-1' })),
    ...ended(visit('2026-11-23T11:20', '2026-11-23T11:25', { category: EMAIL })),
  ]);
  expect(spent).toEqual({ day: '2026-11-23', byCategory: { social: 70 * 60_000, email: 5 * 60_000 } });
});

it('a visit over midnight counts on both days, and the first is forgotten', () => {
  const spent = spentWith(NOTHING_SPENT, ended(visit('2026-11-23T23:50', '2026-11-24T00:05')));
  expect(spent).toEqual({ day: '2026-11-24', byCategory: { social: 5 * 60_000 } });
});

it('a clock set back a day counts on', () => {
  const ahead = spentWith(NOTHING_SPENT, ended(visit('2026-11-24T10:00', '2026-11-24T10:05')));
  const back = spentWith(ahead, ended(visit('2026-11-23T10:00', '2026-11-23T10:07')));
  expect(back).toEqual({ day: '2026-11-23', byCategory: { social: 7 * 60_000 } });
});

it('the visit going on counts as far as somebody was there, since the day began', () => {
  const open = visit('2026-11-23T23:50', '2026-11-24T00:05');
  const state = stateWith({ tracker: { ...NEW_TRACKER, open } });
  expect(spentOn(SOCIAL, state, at('2026-11-24T00:06'))).toBe(5 * 60_000);
  expect(spentOn(EMAIL, state, at('2026-11-24T00:06'))).toBe(0);
  const onPass = stateWith({ tracker: { ...NEW_TRACKER, open: { ...open, pass: 'pass-1' } } });
  expect(spentOn(SOCIAL, onPass, at('2026-11-24T00:06'))).toBe(0);
});
