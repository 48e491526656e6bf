import { describe, expect, it } from 'vitest';
import { bothTerms, workSpans } from '../../src/domain/day-terms';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { State } from '../../src/domain/state';
import { step } from '../../src/domain/step';
import { HOUR, type Moment } from '../../src/domain/time';
import { at, day, ZONE } from '../fixtures/moment';
import { nothingSeen, openRock, stateWith } from '../fixtures/state';

const noted = (state: State, moment: Moment) => step(state, nothingSeen(moment)).records.terms;

describe('what held on a day', () => {
  const rock = openRock();

  it.each([
    ['blocked', stateWith({ rock }), '2026-11-23T10:00'],
    ['open', stateWith({ rock }), '2026-11-23T08:00'],
    ['open', stateWith({}), '2026-11-23T10:00'],
    ['off', stateWith({ rock }), '2026-11-28T10:00'],
    [
      'off',
      stateWith({ settings: { ...DEFAULT_SETTINGS, daysOff: [day('2026-11-23')] } }),
      '2026-11-23T10:00',
    ],
  ])('is noted as %s', (kind, state, moment) => {
    expect(noted(state, at(moment))).toMatchObject([{ kind, day: moment.slice(0, 10), zone: ZONE }]);
  });

  it('is noted once, and anew when it changes; what was blocked once stays so', () => {
    const early = step(stateWith({ rock }), nothingSeen(at('2026-11-23T08:00'))).state;
    expect(noted(early, at('2026-11-23T08:30'))).toEqual([]);
    const work = step(early, nothingSeen(at('2026-11-23T09:00')));
    expect(work.records.terms).toMatchObject([{ kind: 'blocked' }]);
    const done = { ...work.state, rock: openRock({ status: 'done' }) };
    expect(noted(done, at('2026-11-23T16:00'))).toEqual([]);
    expect(noted(done, at('2026-11-24T08:00'))).toMatchObject([{ day: '2026-11-24', kind: 'open' }]);
  });

  it('was blocked if either note says so', () => {
    const terms = { day: day('2026-11-23'), zone: ZONE, work: [], kind: 'open' as const };
    expect(bothTerms({ ...terms, kind: 'blocked' }, terms).kind).toBe('blocked');
    expect(bothTerms(terms, { ...terms, kind: 'blocked' }).kind).toBe('blocked');
    expect(bothTerms(terms, { ...terms, kind: 'off' }).kind).toBe('off');
  });
});

describe('the work hours of a day', () => {
  const hoursOf = (date: string, over = {}) =>
    workSpans(day(date), ZONE, { ...DEFAULT_SETTINGS, ...over }).map(([from, to]) => (to - from) / HOUR);

  it('are those of its weekday, none at the weekend or on a day off', () => {
    expect(hoursOf('2026-11-23')).toEqual([8]);
    expect(hoursOf('2026-11-28')).toEqual([]);
    expect(hoursOf('2026-11-23', { daysOff: [day('2026-11-23')] })).toEqual([]);
  });

  it('are as long as the day is, with all day, also where the clocks change', () => {
    const workHours = { ...DEFAULT_SETTINGS.workHours, always: true };
    expect(hoursOf('2026-10-25', { workHours })).toEqual([25]);
    expect(hoursOf('2026-03-29', { workHours })).toEqual([23]);
  });

  it('of a day that starts late end in the night that follows', () => {
    const night = {
      always: false,
      week: Array.from(
        { length: 7 },
        () =>
          [
            [0, 120],
            [1320, 1440],
          ] as const,
      ),
    };
    expect(hoursOf('2026-11-23', { workHours: night, dayStart: 4 })).toEqual([4]);
    expect(hoursOf('2026-11-23', { workHours: night, dayStart: 0 })).toEqual([2, 2]);
  });
});
