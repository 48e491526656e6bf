import { describe, expect, it } from 'vitest';
import { nextChange } from '../../src/domain/next-change';
import { nudgeDueAt } from '../../src/domain/nudge';
import { faceAt } from '../../src/domain/projection';
import type { RockStatus } from '../../src/domain/rock';
import {
  type Category,
  DEFAULT_SETTINGS,
  EMAIL,
  type PolicyTerms,
  plainCategory,
  type Settings,
} from '../../src/domain/settings';
import { standingOf } from '../../src/domain/standing';
import type { State } from '../../src/domain/state';
import { step } from '../../src/domain/step';
import { MINUTE, type Moment, SECOND } from '../../src/domain/time';
import { at, day, later } from '../fixtures/moment';
import { openRock, stateWith } from '../fixtures/state';

const email = (terms: Partial<PolicyTerms>): Category => ({
  ...plainCategory(EMAIL, 'Email', terms.policy ?? 'only track'),
  ...terms,
});

function stateOf(category: Category, status: RockStatus = 'open', more: Partial<Settings> = {}): State {
  const categories = [...DEFAULT_SETTINGS.categories.slice(0, 2), category];
  return stateWith({ rock: openRock({ status }), settings: { ...DEFAULT_SETTINGS, categories, ...more } });
}

const standing = (category: Category, state: State, clock: string) =>
  standingOf(category, state, at(`2026-11-23T${clock}`)).because;

describe('only in windows', () => {
  const windowed = email({ policy: 'only in windows' });
  it.each([
    ['08:59', 'outside-work-hours'],
    ['09:00', 'in-window'],
    ['09:19', 'in-window'],
    ['09:20', 'outside-windows'],
    ['13:00', 'in-window'],
    ['16:49', 'in-window'],
    ['16:50', 'outside-windows'],
    ['17:00', 'outside-work-hours'],
  ])('at %s is %s', (clock, because) => {
    expect(standing(windowed, stateOf(windowed), clock)).toBe(because);
  });

  it.each([
    ['09:05', '09:20'],
    ['09:20', '13:00'],
    ['16:50', '17:00'],
  ])('looked at %s next changes at %s', (now, then) => {
    expect(nextChange(stateOf(windowed), at(`2026-11-23T${now}`))).toBe(at(`2026-11-23T${then}`).at);
  });

  it('holds no longer when the rock is done, unless the user says otherwise', () => {
    expect(standing(windowed, stateOf(windowed, 'done'), '10:00')).toBe('rock-done');
    const lasting = email({ policy: 'only in windows', endsWhenDone: false });
    expect(standing(lasting, stateOf(lasting, 'done'), '10:00')).toBe('outside-windows');
    expect(standing(lasting, stateOf(lasting, 'done'), '18:00')).toBe('outside-work-hours');
  });

  it('is measured by the local clock also on the days on which clocks change', () => {
    const always = { workHours: { ...DEFAULT_SETTINGS.workHours, always: true } };
    const night = email({ policy: 'only in windows', windows: [[2 * 60, 3 * 60]] });
    const state = { ...stateOf(night, 'open', always), rock: openRock({ day: day('2026-10-25') }) };
    const first = at('2026-10-25T02:30');
    expect(standingOf(night, state, first).because).toBe('in-window');
    expect(standingOf(night, state, later(first, 60 * MINUTE)).because).toBe('in-window');
    expect(standingOf(night, state, later(first, 90 * MINUTE)).because).toBe('outside-windows');
  });
});

describe('limit per day', () => {
  const limited = email({ policy: 'limit per day', limitMinutes: 10 });
  const GMAIL = { site: 'mail.google.com' as never, category: EMAIL, audible: false, pass: null };
  const seen = (state: State, moment: Moment, site: typeof GMAIL | null = GMAIL): State =>
    step(state, {
      type: 'observed',
      site,
      presence: 'active',
      idleFor: 0,
      linger: 0,
      run: 'run',
      uptime: moment.at - at('2026-11-23T10:00').at,
      order: 0,
      ...moment,
    }).state;

  /** Attention from one minute to another, seen every two seconds. */
  function attended(state: State, from: number, to: number): State {
    const start = at('2026-11-23T10:00');
    let now = state;
    for (let at = from * 60; at <= to * 60; at += 2) now = seen(now, later(start, at * SECOND));
    return seen(now, later(start, to * 60 * SECOND), null);
  }

  it('blocks when so much was spent, till the next day', () => {
    const most = attended(stateOf(limited), 0, 9);
    expect(standing(limited, most, '10:30')).toBe('within-limit');
    const all = attended(most, 20, 21);
    expect(standing(limited, all, '10:30')).toBe('limit-used-up');
    const tuesday = at('2026-11-24T10:00');
    expect(standingOf(limited, all, tuesday).because).toBe('within-limit');
  });

  it('is looked at again when it is used up, and blocks then', () => {
    const start = at('2026-11-23T10:00');
    const begun = seen(attended(stateOf(limited), 0, 9), later(start, 20 * MINUTE));
    const due = nextChange(begun, later(start, 20 * MINUTE));
    expect(due).toBe(later(start, 21 * MINUTE).at);
    const used = [...Array(30).keys()].reduce(
      (now, i) => seen(now, later(start, 20 * MINUTE + (i + 1) * 2 * SECOND)),
      begun,
    );
    expect(standing(limited, used, '10:21')).toBe('limit-used-up');
  });

  it('counts no time of a pass', () => {
    const state = { ...stateOf(limited), spent: { day: day('2026-11-23'), byCategory: {} } };
    const start = at('2026-11-23T10:00');
    const during = { ...GMAIL, pass: 'pass-1' };
    let now: State = state;
    for (let at = 0; at <= 1200; at += 2) now = seen(now, later(start, at * SECOND), during as never);
    expect(standing(limited, now, '10:20')).toBe('within-limit');
    expect(standing(limited, seen(now, later(start, 1201 * SECOND), null), '10:21')).toBe('within-limit');
  });

  it('holds no longer when the rock is done, unless the user says otherwise', () => {
    const used = attended(stateOf(limited), 0, 11);
    const done = { ...used, rock: openRock({ status: 'done' as const }) };
    expect(standing(limited, done, '10:30')).toBe('rock-done');
    expect(standing({ ...limited, endsWhenDone: false }, done, '10:30')).toBe('limit-used-up');
  });

  it('nudges once in one go, in work hours only', () => {
    const plain = email({ policy: 'only track', nudgeMinutes: 15 });
    const start = at('2026-11-23T10:00');
    let now = stateOf(plain);
    const nudges: number[] = [];
    for (let second = 0; second <= 40 * 60; second += 2) {
      const before = now.streak?.nudgedAt;
      // A look away of half a minute does not begin anew.
      const isAway = second >= 600 && second < 630;
      now = seen(now, later(start, second * SECOND), isAway ? null : GMAIL);
      if (now.streak?.nudgedAt && now.streak.nudgedAt !== before) nudges.push(second);
    }
    expect(nudges).toEqual([15 * 60]);
    expect(faceAt(now, later(start, 40 * MINUTE)).badge).toEqual({ of: 'nudge' });
    const unmarked = { ...now.settings, signs: { menu: true, badge: false } };
    expect(faceAt({ ...now, settings: unmarked }, later(start, 40 * MINUTE)).badge).toBeNull();
    const away = seen(now, later(start, 41 * MINUTE), null);
    expect(faceAt(away, later(start, 41 * MINUTE)).badge).toBeNull();
    const evening = seen(stateOf(plain), at('2026-11-23T18:00'));
    expect(nudgeDueAt(evening, at('2026-11-23T18:00'))).toBeNull();
    const silent = email({ policy: 'only track', nudgeMinutes: null });
    expect(nudgeDueAt(seen(stateOf(silent), start), start)).toBeNull();
  });
});

describe('days on which nothing is blocked', () => {
  const social = DEFAULT_SETTINGS.categories[0] as Category;
  const on = (date: string, more: Partial<Settings>) =>
    standingOf(
      social,
      stateWith({ rock: openRock(), settings: { ...DEFAULT_SETTINGS, ...more } }),
      at(`${date}T10:00`),
    ).because;

  it('are those marked off', () => {
    expect(on('2026-11-24', { daysOff: [day('2026-11-24')] })).toBe('day-off');
    expect(on('2026-11-25', { daysOff: [day('2026-11-24')] })).toBe('no-rock');
  });

  it('are marked off until the day ends, when it ends late', () => {
    const late = {
      daysOff: [day('2026-11-24')],
      dayStart: 4,
      workHours: { ...DEFAULT_SETTINGS.workHours, always: true },
    };
    const state = stateWith({ rock: openRock(), settings: { ...DEFAULT_SETTINGS, ...late } });
    expect(standingOf(social, state, at('2026-11-25T03:59')).because).toBe('day-off');
    expect(standingOf(social, state, at('2026-11-25T04:00')).because).toBe('no-rock');
  });

  it('are five workdays where that was chosen, weekends and days off apart', () => {
    const watching = { watchFrom: day('2026-11-19') };
    // Thursday, Friday, Monday, Tuesday, Wednesday.
    expect(on('2026-11-19', watching)).toBe('watching');
    expect(on('2026-11-25', watching)).toBe('watching');
    expect(on('2026-11-26', watching)).toBe('no-rock');
    expect(on('2026-11-26', { ...watching, daysOff: [day('2026-11-24')] })).toBe('watching');
  });
});
