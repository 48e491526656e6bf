import { describe, expect, it } from 'vitest';
import { questionOf, themeOf } from '../../src/domain/question';
import { NOT_REMINDED, withReminders } from '../../src/domain/reminder';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { step } from '../../src/domain/step';
import { at, day } from '../fixtures/moment';
import { nothingSeen, openRock, stateWith } from '../fixtures/state';

const MONDAY = day('2026-11-23');
const ROCK = openRock({ day: MONDAY });
const LATE = openRock({ day: MONDAY, pinnedAt: at('2026-11-23T17:20').at });
const YESTERDAYS = openRock({ day: day('2026-11-20') });

describe('a person is reminded', () => {
  it.each([
    ['to pin a rock when work begins', null, '2026-11-23T09:00', { start: MONDAY, evening: null }],
    ['also where an old rock lies about', YESTERDAYS, '2026-11-23T10:59', { start: MONDAY, evening: null }],
    ['not before work', null, '2026-11-23T08:59', NOT_REMINDED],
    ['not when it is two hours too late', null, '2026-11-23T11:00', NOT_REMINDED],
    ['not where a rock is pinned', ROCK, '2026-11-23T09:30', NOT_REMINDED],
    ['of the day when work ends', ROCK, '2026-11-23T17:00', { start: null, evening: MONDAY }],
    ['of nothing where it was pinned after work', LATE, '2026-11-23T17:30', NOT_REMINDED],
    ['of nothing in the evening where no rock was pinned', null, '2026-11-23T17:00', NOT_REMINDED],
    ['of nothing at the weekend', null, '2026-11-22T09:00', NOT_REMINDED],
  ])('%s', (_, rock, local, reminded) => {
    expect(withReminders(stateWith({ rock }), at(local)).reminded).toEqual(reminded);
  });

  it('once a day', () => {
    const state = withReminders(stateWith({}), at('2026-11-23T09:00'));
    expect(withReminders(state, at('2026-11-23T09:01'))).toBe(state);
    expect(withReminders(state, at('2026-11-24T09:01')).reminded.start).toBe('2026-11-24');
  });

  it.each([
    ['where that is switched off', { reminders: { start: false, evening: false } }],
    [
      'where work never begins, for it never ends',
      { workHours: { ...DEFAULT_SETTINGS.workHours, always: true } },
    ],
    ['on a day off', { daysOff: [MONDAY] }],
  ])('never %s', (_, changed) => {
    const state = stateWith({ settings: { ...DEFAULT_SETTINGS, ...changed } });
    expect(withReminders(state, at('2026-11-23T09:00'))).toBe(state);
  });

  it('when the browser is looked at', () => {
    const seen = step(stateWith({}), nothingSeen(at('2026-11-23T09:00')));
    expect(seen.state.reminded.start).toBe(MONDAY);
  });
});

describe('the question of a day', () => {
  const settings = { ...DEFAULT_SETTINGS, question: 'One?', otherQuestions: ['Two?', 'Three?'] };

  it('is another one each day, in turn', () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map(day);
    const [first, ...others] = days.map(each => questionOf(each, settings));
    expect(new Set([first, ...others.slice(0, 2)])).toEqual(new Set(['One?', 'Two?', 'Three?']));
    expect(others[2]).toBe(first);
  });

  it('is the same where there is only one, also before 1970', () => {
    expect(questionOf(day('1969-12-31'), { ...settings, otherQuestions: [] })).toBe('One?');
    expect(['One?', 'Two?', 'Three?']).toContain(questionOf(day('1969-12-30'), settings));
  });
});

it('a theme belongs to its weekday', () => {
  const themes = ['', 'Dental clinics', '', '', '', '', 'Rest'];
  const settings = { ...DEFAULT_SETTINGS, themes };
  expect(['2026-11-24', '2026-11-22', '2026-11-23'].map(each => themeOf(day(each), settings))).toEqual([
    'Dental clinics',
    'Rest',
    '',
  ]);
});
