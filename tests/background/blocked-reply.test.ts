import { expect, it } from 'vitest';
import { blockedReply } from '../../src/background/blocked-reply';
import { DEFAULT_SETTINGS, SOCIAL } from '../../src/domain/settings';
import type { State } from '../../src/domain/state';
import { step } from '../../src/domain/step';
import { at, day, ZONE } from '../fixtures/moment';
import { openRock, stateWith } from '../fixtures/state';

const MONDAY = at('2026-11-23T10:00');
const FACEBOOK = 'https://www.facebook.com/x';
const BLOCKING = stateWith({ rock: openRock() });

const waiting = step(BLOCKING, {
  type: 'pass-asked',
  draft: { address: FACEBOOK, purpose: 'Answer Priya', minutes: 5, tabId: 1 },
  ...MONDAY,
}).state;

function replyTo(state: State, address: string, tabId: number) {
  const material = {
    day: day('2026-11-23'),
    today: day('2026-11-23'),
    zone: ZONE,
    asOf: MONDAY.at,
    dayStart: 0,
    categories: state.settings.categories,
    open: null,
    totals: [],
    rocks: [],
  };
  return blockedReply({ state, moment: MONDAY, material, trouble: null }, address, tabId);
}

it('says what a tab waits for only there, and only for that site', () => {
  expect(replyTo(waiting, FACEBOOK, 1).door.asked).toMatchObject({ purpose: 'Answer Priya', minutes: 5 });
  expect(replyTo(waiting, FACEBOOK, 2).door.asked).toBeNull();
  expect(replyTo(waiting, 'https://www.reddit.com/', 1).door.asked).toBeNull();
});

it('a wait is stopped by its own tab alone; that to put the rock aside by any', () => {
  const aside = step(waiting, { type: 'aside-asked', ...MONDAY }).state;
  const stopped = (what: 'pass' | 'aside', tabId: number) =>
    replyTo(step(aside, { type: 'wait-stopped', what, tabId, ...MONDAY }).state, FACEBOOK, 1).door;
  expect(stopped('pass', 2)).toMatchObject({ asked: { minutes: 5 }, asideOpensAt: MONDAY.at + 30_000 });
  expect(stopped('pass', 1)).toMatchObject({ asked: null, asideOpensAt: MONDAY.at + 30_000 });
  expect(stopped('aside', 2)).toMatchObject({ asked: { minutes: 5 }, asideOpensAt: null });
});

it('tells when a site opens that its windows or its limit block', () => {
  const [social, ...others] = DEFAULT_SETTINGS.categories;
  if (social?.id !== SOCIAL) throw new Error('Social comes first');
  const settings = (terms: object) => ({
    ...DEFAULT_SETTINGS,
    categories: [{ ...social, ...terms }, ...others],
  });
  const windows = [[780, 800] as const];
  const inWindows = stateWith({
    rock: openRock(),
    settings: settings({ policy: 'only in windows', windows, endsWhenDone: true }),
  });
  expect(replyTo(inWindows, FACEBOOK, 1)).toMatchObject({
    because: 'outside-windows',
    terms: { categoryName: 'Social', windows, endsWhenDone: true },
  });
  expect(replyTo(BLOCKING, FACEBOOK, 1)).toMatchObject({ because: 'rock-open', terms: null });
});
