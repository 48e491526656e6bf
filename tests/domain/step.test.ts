import { describe, expect, it } from 'vitest';
import { gateAt } from '../../src/domain/gate';
import { nextChange } from '../../src/domain/next-change';
import { DEFAULT_SETTINGS, SCOREBOARDS, SOCIAL } from '../../src/domain/settings';
import { NEW_STATE, type State } from '../../src/domain/state';
import { type Event, step } from '../../src/domain/step';
import { at } from '../fixtures/moment';
import { openRock, stateWith } from '../fixtures/state';

const MONDAY = at('2026-11-23T10:00');
const TUESDAY = at('2026-11-24T10:00');

const pin = (title: string, moment = MONDAY, blocks?: boolean): Event => ({
  type: 'rock-pinned',
  id: `rock ${title}`,
  draft: { title, blocks },
  ...moment,
});

function stateAfter(state: State, ...events: Event[]): State {
  return events.reduce((now, event) => {
    const { state: next, fault } = step(now, event);
    expect(fault).toBeNull();
    return next;
  }, state);
}

const faultOf = (state: State, event: Event) => {
  const taken = step(state, event);
  expect(taken.state).toBe(state);
  return taken.fault;
};

describe('a rock', () => {
  it('is pinned with its title tidied, on the local day, open', () => {
    const { rock } = stateAfter(NEW_STATE, pin('  Finish  the\nAcme proposal '));
    expect(rock).toMatchObject({ title: 'Finish the Acme proposal', day: '2026-11-23', status: 'open' });
    expect(rock?.seed).toBe('Finish the Acme proposal/2026-11-23');
  });

  it.each([
    ['', 'title-empty'],
    [' \n ', 'title-empty'],
    ['x'.repeat(201), 'title-too-long'],
    ['x'.repeat(10_000), 'title-too-long'],
  ])('is refused with the title %j: %s', (title, fault) =>
    expect(faultOf(NEW_STATE, pin(title))).toBe(fault),
  );

  it('belongs to the day before until the day starts', () => {
    const state = stateWith({ settings: { ...DEFAULT_SETTINGS, dayStart: 4 } });
    expect(stateAfter(state, pin('Late', at('2026-11-24T03:59'))).rock?.day).toBe('2026-11-23');
    expect(stateAfter(state, pin('Early', at('2026-11-24T04:00'))).rock?.day).toBe('2026-11-24');
  });

  it('is the only one open', () => {
    expect(faultOf(stateAfter(NEW_STATE, pin('One')), pin('Two'))).toBe('rock-already-open');
  });

  it('is done, says what moved forward, and is not done after all', () => {
    const open = stateAfter(NEW_STATE, pin('One'));
    const done = stateAfter(open, { type: 'rock-done', ...MONDAY });
    expect(done.rock).toMatchObject({ status: 'done', doneAt: MONDAY.at });
    const described = stateAfter(done, { type: 'progress-described', movedForward: ' Sent it ', ...MONDAY });
    expect(described.rock?.movedForward).toBe('Sent it');
    expect(stateAfter(described, { type: 'rock-reopened', ...MONDAY }).rock).toMatchObject({
      status: 'open',
      doneAt: null,
    });
  });

  it('is reopened on the same day only', () => {
    const done = stateAfter(NEW_STATE, pin('One'), { type: 'rock-done', ...MONDAY });
    expect(faultOf(done, { type: 'rock-reopened', ...TUESDAY })).toBe('no-rock-done-today');
  });

  it('left open is offered again next day, with the same stone', () => {
    const next = stateAfter(NEW_STATE, pin('One'), { type: 'rock-picked-up', id: 'rock-2', ...TUESDAY });
    expect(next.rock).toMatchObject({
      id: 'rock-2',
      day: '2026-11-24',
      seed: 'One/2026-11-23',
      carriedFrom: 'rock One',
    });
  });

  it('that is done, or of today, cannot be picked up', () => {
    const open = stateAfter(NEW_STATE, pin('One'));
    expect(faultOf(open, { type: 'rock-picked-up', id: 'x', ...MONDAY })).toBe('nothing-to-pick-up');
    const done = stateAfter(open, { type: 'rock-done', ...MONDAY });
    expect(faultOf(done, { type: 'rock-picked-up', id: 'x', ...TUESDAY })).toBe('nothing-to-pick-up');
  });

  it('every change of it is recorded', () => {
    const pinned = step(NEW_STATE, pin('One'));
    expect(pinned.records.rocks).toEqual([pinned.state.rock]);
  });
});

describe('the gate', () => {
  const always = { ...DEFAULT_SETTINGS, workHours: { ...DEFAULT_SETTINGS.workHours, always: true } };
  it.each([
    ['before the very first rock', NEW_STATE, MONDAY, false, 'never-pinned'],
    ['with a rock open', stateWith({ rock: openRock() }), MONDAY, true, 'rock-open'],
    ['next day before a rock is pinned', stateWith({ rock: openRock() }), TUESDAY, true, 'no-rock'],
    ['with the rock done', stateWith({ rock: openRock({ status: 'done' }) }), MONDAY, false, 'rock-done'],
    [
      'the day after it was done',
      stateWith({ rock: openRock({ status: 'done' }) }),
      TUESDAY,
      true,
      'no-rock',
    ],
    ['before work', stateWith({ rock: openRock() }), at('2026-11-23T08:59'), false, 'outside-work-hours'],
    ['at nine', stateWith({ rock: openRock() }), at('2026-11-23T09:00'), true, 'rock-open'],
    ['at five', stateWith({ rock: openRock() }), at('2026-11-23T17:00'), false, 'outside-work-hours'],
    ['on Saturday', stateWith({ rock: openRock() }), at('2026-11-28T10:00'), false, 'outside-work-hours'],
    [
      'on Saturday, all day every day',
      stateWith({ rock: openRock(), settings: always }),
      at('2026-11-28T03:00'),
      true,
      'no-rock',
    ],
    [
      'with a next rock that does not block',
      stateWith({ rock: openRock({ blocks: false }) }),
      MONDAY,
      false,
      'rock-alongside',
    ],
  ])('%s', (_name, state, moment, blocked, because) => {
    expect(gateAt(state, moment)).toEqual({ blocked, because });
  });

  it.each([
    ['2026-11-23T08:00', '2026-11-23T09:00'],
    ['2026-11-23T09:00', '2026-11-23T17:00'],
    ['2026-11-23T17:00', '2026-11-24T00:00'],
    ['2026-11-28T12:00', '2026-11-29T00:00'],
    ['2026-03-29T00:30', '2026-03-30T00:00'],
  ])('looked at %s next changes at %s', (now, then) => {
    expect(nextChange(NEW_STATE, at(now))).toBe(at(then).at);
  });
});

describe('attempts', () => {
  const attempt = (address: string): Event => ({ type: 'address-blocked', id: 'a', address, ...MONDAY });

  it('on a listed site are recorded with its pattern and day', () => {
    const { records } = step(stateWith({ rock: openRock() }), attempt('https://www.facebook.com/groups?x#y'));
    expect(records.attempts).toMatchObject([{ site: 'facebook.com', category: SOCIAL, day: '2026-11-23' }]);
  });

  it.each(['', 'javascript:alert(1)', 'https://example.com/', 'https://linkedin.com/in/dana'])(
    'of %j leave no trace',
    address => expect(step(NEW_STATE, attempt(address)).records.attempts).toEqual([]),
  );
});

describe('settings', () => {
  const edit = (change: Extract<Event, { type: 'settings-edited' }>['edit']): Event => ({
    type: 'settings-edited',
    id: 'edit',
    edit: change,
    ...MONDAY,
  });

  it('take a site in any spelling, once, and move it to another category', () => {
    const added = stateAfter(
      NEW_STATE,
      edit({ edit: 'add-site', pattern: 'https://www.Vinted.co.uk/', category: SOCIAL }),
    );
    const moved = stateAfter(
      added,
      edit({ edit: 'add-site', pattern: 'vinted.co.uk', category: SCOREBOARDS }),
    );
    expect(moved.settings.sites.filter(({ pattern }) => pattern === 'vinted.co.uk')).toEqual([
      { pattern: 'vinted.co.uk', category: SCOREBOARDS },
    ]);
  });

  it('refuse what is no site, and what is not there', () => {
    expect(faultOf(NEW_STATE, edit({ edit: 'add-site', pattern: '*', category: SOCIAL }))).toBe(
      'matches-everything',
    );
    expect(faultOf(NEW_STATE, edit({ edit: 'remove-site', pattern: 'nowhere.example' }))).toBe(
      'site-not-listed',
    );
    expect(faultOf(NEW_STATE, edit({ edit: 'set-question', question: '  ' }))).toBe('question-empty');
  });

  it('chosen at once are all taken or none', () => {
    const add = [
      { pattern: 'one.example', category: SOCIAL },
      { pattern: 'not a site', category: SOCIAL },
    ];
    expect(faultOf(NEW_STATE, edit({ edit: 'choose-sites', add, remove: ['facebook.com'] }))).toBe(
      'not-a-host',
    );
  });
});

describe('that the history was restored', () => {
  it('is said until it was read', () => {
    const restored = { ...NEW_STATE, isRestored: true };
    const read = { type: 'restore-acknowledged', id: 'read', ...at('2026-11-23T10:00') } as const;
    expect(step(restored, read).state).toEqual(NEW_STATE);
    expect(step(NEW_STATE, read).state).toBe(NEW_STATE);
  });
});
