import { describe, expect, it } from 'vitest';
import { blockRules } from '../../src/domain/block-rules';
import { passesLeft } from '../../src/domain/door';
import { nextChange } from '../../src/domain/next-change';
import { blockerOf, blockingAt, faceAt } from '../../src/domain/projection';
import { NO_RECORDS } from '../../src/domain/records';
import { CHROMIUM_LIMITS } from '../../src/domain/rule-limits';
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/settings';
import { blockedCategories } from '../../src/domain/standing';
import type { State } from '../../src/domain/state';
import { type Event, type Step, step } from '../../src/domain/step';
import { MINUTE, type Moment, SECOND } from '../../src/domain/time';
import { at, later } from '../fixtures/moment';
import { nothingSeen, openRock, stateWith } from '../fixtures/state';

const MONDAY = at('2026-11-23T10:00');
const TAB = 7;
const ADDRESS = 'https://www.facebook.com/groups?x#y';
const BLOCKING = stateWith({ rock: openRock() });

const ask = (moment: Moment, over: Partial<Extract<Event, { type: 'pass-asked' }>['draft']> = {}): Event => ({
  type: 'pass-asked',
  draft: { address: ADDRESS, purpose: 'Answer Dana', minutes: 5, tabId: TAB, ...over },
  ...moment,
});
const begin = (moment: Moment, tabId = TAB, id = `pass ${moment.at}`): Event => ({
  type: 'pass-begun',
  id,
  tabId,
  ...moment,
});
const look = (moment: Moment): Event => ({ ...nothingSeen(moment), uptime: moment.at - MONDAY.at });
const askAside = (moment: Moment): Event => ({ type: 'aside-asked', ...moment });
const putAside = (moment: Moment): Event => ({ type: 'put-aside', id: 'aside', ...moment });
const seconds = (count: number): Moment => later(MONDAY, count * SECOND);

/** The last of several steps; each before it has to be taken. */
function stepAfter(state: State, ...events: Event[]): Step {
  return events.reduce<Step>(
    (before, event, i) => {
      if (i > 0) expect(before.fault).toBeNull();
      return step(before.state, event);
    },
    { state, records: NO_RECORDS, fault: null },
  );
}

const isBlocked = (state: State, moment: Moment, tabId: number | null = TAB, address = ADDRESS) =>
  blockerOf(state, moment)(address, tabId);

const withSettings = (part: Partial<Settings>): State => ({
  ...BLOCKING,
  settings: { ...DEFAULT_SETTINGS, ...part },
});

describe('a pass', () => {
  it('opens its site in its tab when the wait is over, and nothing else', () => {
    const { state, records } = stepAfter(BLOCKING, ask(MONDAY), begin(seconds(5)));
    expect(isBlocked(state, seconds(6))).toBe(false);
    expect(isBlocked(state, seconds(6), TAB + 1)).toBe(true);
    expect(isBlocked(state, seconds(6), TAB, 'https://x.com/')).toBe(true);
    expect(records.passes).toEqual([
      {
        id: `pass ${seconds(5).at}`,
        zone: 'Europe/Berlin',
        day: '2026-11-23',
        site: 'facebook.com',
        category: 'social',
        purpose: 'Answer Dana',
        minutes: 5,
        startedAt: seconds(5).at,
        endsAt: seconds(305).at,
        isOver: false,
        outcome: null,
      },
    ]);
  });

  it('is a rule of its tab, above that of its site', () => {
    const { state } = stepAfter(BLOCKING, ask(MONDAY), begin(seconds(5)));
    const rules = blockRules(blockingAt(state, seconds(6)), CHROMIUM_LIMITS.room);
    const [own] = rules.filter(({ tabId }) => tabId === TAB);
    const site = rules.find(({ hosts, tabId }) => tabId === null && hosts.includes('facebook.com'));
    expect(own).toMatchObject({ action: 'allow', hosts: ['facebook.com'] });
    expect(own?.priority).toBe((site?.priority ?? 0) + 1);
  });

  it.each([
    [0, 5],
    [1, 10],
    [2, 15],
    [3, 20],
    [4, 25],
    [5, 30],
  ])('after %i others of the day waits %i s', (others, wait) => {
    let state = BLOCKING;
    for (let i = 0; i < others; i++) {
      const start = seconds(i * 1000);
      state = stepAfter(state, ask(start), begin(later(start, 30 * SECOND))).state;
    }
    const start = seconds(others * 1000);
    expect(stepAfter(state, ask(start), begin(later(start, wait * SECOND - 1))).fault).toBe('too-early');
    expect(stepAfter(state, ask(start), begin(later(start, wait * SECOND))).fault).toBeNull();
  });

  it('is not had without asking, nor by what another tab waited for', () => {
    expect(stepAfter(BLOCKING, begin(seconds(60))).fault).toBe('nothing-asked-for');
    expect(stepAfter(BLOCKING, ask(MONDAY), begin(seconds(60), TAB + 1)).fault).toBe('nothing-asked-for');
  });

  it('asked for again in the same tab goes on waiting; in another it waits anew', () => {
    const again = ask(seconds(4), { purpose: 'Answer Dana again', minutes: 15 });
    expect(stepAfter(BLOCKING, ask(MONDAY), again, begin(seconds(5))).records.passes).toMatchObject([
      { purpose: 'Answer Dana again', minutes: 15 },
    ]);
    const elsewhere = ask(seconds(4), { tabId: TAB + 1 });
    expect(stepAfter(BLOCKING, ask(MONDAY), elsewhere, begin(seconds(8), TAB + 1)).fault).toBe('too-early');
    expect(stepAfter(BLOCKING, ask(MONDAY), elsewhere, begin(seconds(8))).fault).toBe('nothing-asked-for');
  });

  it('for another site waits anew', () => {
    const other = ask(seconds(4), { address: 'https://x.com/' });
    expect(stepAfter(BLOCKING, ask(MONDAY), other, begin(seconds(8))).fault).toBe('too-early');
  });

  it.each([
    ['', 'purpose-too-short'],
    [' a b ', null],
    ['ab', 'purpose-too-short'],
    ['日本語', null],
    ['x'.repeat(201), 'purpose-too-long'],
  ])('for %j is answered by %s', (purpose, fault) =>
    expect(stepAfter(BLOCKING, ask(MONDAY, { purpose })).fault).toBe(fault),
  );

  it('is refused where nothing is blocked, and after the last one of the day', () => {
    expect(stepAfter(stateWith({}), ask(MONDAY)).fault).toBe('not-blocked');
    expect(stepAfter(BLOCKING, ask(MONDAY, { address: 'https://example.com/' })).fault).toBe('not-blocked');
    expect(stepAfter(withSettings({ passesPerDay: 0 }), ask(MONDAY)).fault).toBe('no-passes-left');
    const strict = withSettings({ isStrict: true });
    expect(passesLeft(strict, MONDAY)).toBe(0);
    expect(stepAfter(strict, ask(MONDAY)).fault).toBe('no-passes-left');
    const one = withSettings({ passesPerDay: 1 });
    const used = stepAfter(one, ask(MONDAY), begin(seconds(5))).state;
    expect(stepAfter(used, ask(seconds(600))).fault).toBe('no-passes-left');
    expect(stepAfter(used, ask(at('2026-11-24T10:00'))).fault).toBeNull();
  });

  it('is over at its end, and asks whether it was done; the next day it does not', () => {
    const { state } = stepAfter(BLOCKING, ask(MONDAY), begin(seconds(5)));
    const over = stepAfter(state, look(seconds(400)));
    expect(over.records.passes).toMatchObject([{ isOver: true, endsAt: seconds(305).at, outcome: null }]);
    expect(isBlocked(over.state, seconds(400))).toBe(true);
    const [pass] = over.state.door.passes;
    const said = stepAfter(over.state, {
      type: 'pass-answered',
      id: pass?.id ?? '',
      outcome: 'yes',
      ...seconds(410),
    });
    expect(said.records.passes).toMatchObject([{ outcome: 'yes', endsAt: seconds(305).at }]);
    expect(stepAfter(over.state, look(at('2026-11-24T09:00'))).state.door.passes).toEqual([]);
  });

  it('is over when its tab is closed, or the browser started anew', () => {
    const { state } = stepAfter(BLOCKING, ask(MONDAY), begin(seconds(5)));
    for (const event of [
      { type: 'tab-closed', tabId: TAB, ...seconds(60) },
      { type: 'browser-started', ...seconds(60) },
    ] satisfies Event[]) {
      const { records, state: next } = stepAfter(state, event);
      expect(records.passes).toMatchObject([{ isOver: true, endsAt: seconds(60).at }]);
      expect(isBlocked(next, seconds(61))).toBe(true);
    }
  });

  it('is over at the very moment of its end', () => {
    const { state } = stepAfter(BLOCKING, ask(MONDAY), begin(seconds(5)));
    const { state: after } = step(state, look(seconds(5 + 5 * 60)));
    expect(after.door.passes).toMatchObject([{ isOver: true }]);
    expect(isBlocked(after, seconds(5 + 5 * 60))).toBe(true);
  });

  it('waited for when the last one of the day was begun elsewhere is not had', () => {
    const { state } = stepAfter(withSettings({ passesPerDay: 1 }), ask(MONDAY));
    const [spare] = stepAfter(BLOCKING, ask(MONDAY), begin(seconds(5))).state.door.passes;
    if (!spare) throw new Error('no pass');
    const used = { ...state, door: { ...state.door, passes: [{ ...spare, tabId: 99 }] } };
    expect(step(used, begin(seconds(10))).fault).toBe('no-passes-left');
  });

  it('is waited for no more in a tab that was closed, and goes on being so in others', () => {
    const { state } = stepAfter(BLOCKING, ask(MONDAY));
    const closed = (tabId: number) => step(state, { type: 'tab-closed', tabId, ...seconds(1) }).state;
    expect(closed(TAB).door.asked).toBeNull();
    expect(closed(TAB + 1).door.asked).not.toBeNull();
  });

  it('takes the place of one in the same tab', () => {
    const { state } = stepAfter(BLOCKING, ask(MONDAY), begin(seconds(5)));
    const other = stepAfter(state, ask(seconds(60), { address: 'https://x.com/' }), begin(seconds(90))).state;
    expect(isBlocked(other, seconds(91))).toBe(true);
    expect(isBlocked(other, seconds(91), TAB, 'https://x.com/')).toBe(false);
  });

  it('shows its minutes on the toolbar, and warns in the last one, once', () => {
    const { state } = stepAfter(BLOCKING, ask(MONDAY), begin(seconds(0 + 5)));
    expect(faceAt(state, seconds(5)).badge).toEqual({ of: 'pass', minutes: 5 });
    expect(faceAt(state, seconds(66)).badge).toEqual({ of: 'pass', minutes: 4 });
    const warned = stepAfter(state, look(seconds(245)));
    expect(warned.state.door.passes[0]?.isWarned).toBe(true);
    expect(faceAt(warned.state, seconds(246)).badge).toEqual({ of: 'pass-ending', minutes: 1 });
    expect(stepAfter(warned.state, look(seconds(250))).state.door).toBe(warned.state.door);
  });

  it('lasts no longer because the clock is set back, and nor does the wait for it', () => {
    const { state } = stepAfter(BLOCKING, ask(MONDAY), begin(seconds(5)));
    const back = stepAfter(state, look(seconds(-3600))).state;
    expect(isBlocked(stepAfter(back, look(seconds(-3600 + 301))).state, seconds(-3600 + 301))).toBe(true);
    const asked = stepAfter(BLOCKING, ask(MONDAY), look(seconds(-3600))).state;
    expect(stepAfter(asked, begin(seconds(-3600 + 5))).fault).toBeNull();
  });

  it('that was asked for and not begun lapses', () => {
    const asked = stepAfter(BLOCKING, ask(MONDAY), look(seconds(5 + 10 * 60))).state;
    expect(asked.door.asked).toBeNull();
  });
});

describe('putting the rock aside', () => {
  it('opens everything for the day after half a minute, and is counted', () => {
    expect(stepAfter(BLOCKING, askAside(MONDAY), putAside(seconds(29.9))).fault).toBe('too-early');
    const { state, records } = stepAfter(BLOCKING, askAside(MONDAY), putAside(seconds(30)));
    expect(blockedCategories(state, seconds(31)).size).toBe(0);
    expect(state.rock?.status).toBe('put aside');
    expect(records.remarks).toMatchObject([{ what: 'put aside', day: '2026-11-23' }]);
    expect(blockedCategories(state, at('2026-11-24T10:00')).size).toBe(2);
  });

  it('takes two minutes in strict mode', () => {
    const strict = withSettings({ isStrict: true });
    expect(stepAfter(strict, askAside(MONDAY), putAside(seconds(119))).fault).toBe('too-early');
    expect(stepAfter(strict, askAside(MONDAY), putAside(seconds(120))).fault).toBeNull();
  });

  it('is possible before a rock is pinned', () => {
    const tuesday = at('2026-11-24T10:00');
    const { state } = stepAfter(BLOCKING, askAside(tuesday), putAside(later(tuesday, 30 * SECOND)));
    expect(blockedCategories(state, later(tuesday, MINUTE)).size).toBe(0);
    expect(state.rock?.status).toBe('open');
  });

  it('is not had without asking, nor where nothing is blocked', () => {
    expect(stepAfter(BLOCKING, putAside(seconds(60))).fault).toBe('nothing-asked-for');
    expect(stepAfter(stateWith({}), askAside(MONDAY)).fault).toBe('nothing-blocked');
  });

  it('asked for again goes on waiting', () => {
    expect(
      stepAfter(BLOCKING, askAside(MONDAY), askAside(seconds(20)), putAside(seconds(30))).fault,
    ).toBeNull();
  });

  it('ends when a rock is pinned that blocks', () => {
    const { state } = stepAfter(BLOCKING, askAside(MONDAY), putAside(seconds(30)));
    const pin = (blocks: boolean): Event => ({
      type: 'rock-pinned',
      id: 'next',
      draft: { title: 'Next', blocks },
      ...seconds(60),
    });
    expect(blockedCategories(stepAfter(state, pin(true)).state, seconds(61)).size).toBe(2);
    expect(blockedCategories(stepAfter(state, pin(false)).state, seconds(61)).size).toBe(0);
  });
});

describe('the first rock of a day', () => {
  it('blocks, whatever is asked for', () => {
    const tuesday = at('2026-11-24T10:00');
    const pin: Event = { type: 'rock-pinned', id: 'r', draft: { title: 'Open', blocks: false }, ...tuesday };
    expect(blockedCategories(stepAfter(BLOCKING, pin).state, tuesday).size).toBe(2);
  });
});

describe('swapping the rock', () => {
  it('puts another in its place, goes on blocking, and is counted', () => {
    const swap: Event = {
      type: 'rock-swapped',
      ids: { rock: 'other', remark: 'swap' },
      draft: { title: 'Call Dana', blocks: false },
      ...MONDAY,
    };
    const { state, records } = stepAfter(BLOCKING, swap);
    expect(state.rock).toMatchObject({ id: 'other', title: 'Call Dana', status: 'open', blocks: true });
    expect(records.rocks).toMatchObject([
      { id: 'rock-1', status: 'put aside' },
      { id: 'other', status: 'open' },
    ]);
    expect(records.remarks).toMatchObject([{ what: 'rock swapped' }]);
    expect(blockedCategories(state, seconds(1)).size).toBe(2);
    expect(stepAfter(stateWith({}), swap).fault).toBe('no-open-rock');
  });
});

describe('access', () => {
  const seen = (moment: Moment, ...patterns: string[]): Event => ({
    type: 'access-seen',
    id: 'access',
    patterns: patterns as never,
    ...moment,
  });

  it('that is taken away and given back is remarked, and what was never there is not', () => {
    const first = stepAfter(BLOCKING, seen(MONDAY, 'x.com', 'facebook.com'));
    expect(first.records.remarks).toEqual([]);
    const taken = stepAfter(first.state, seen(seconds(60), 'x.com'));
    expect(taken.records.remarks).toMatchObject([{ what: 'access taken', site: 'facebook.com' }]);
    expect(stepAfter(taken.state, seen(seconds(61), 'x.com')).state).toBe(taken.state);
    const back = stepAfter(taken.state, seen(seconds(90), 'x.com', 'facebook.com', 'reddit.com'));
    expect(back.records.remarks).toMatchObject([{ what: 'access given', site: 'facebook.com' }]);
  });
});

describe('while the pass is on', () => {
  it('the alarm is set for its next full minute', () => {
    const { state } = stepAfter(BLOCKING, ask(MONDAY), begin(seconds(5)));
    expect(nextChange(state, seconds(5))).toBe(seconds(65).at);
    expect(nextChange(state, seconds(300))).toBe(seconds(305).at);
  });
});
