import { expect, it } from 'vitest';
import { nudgeDueAt } from '../../src/domain/nudge';
import type { Rock } from '../../src/domain/rock';
import { SOCIAL } from '../../src/domain/settings';
import { MINUTE } from '../../src/domain/time';
import { NEW_TRACKER } from '../../src/domain/tracker';
import { at, later } from '../fixtures/moment';
import { openRock, openVisit, stateWith } from '../fixtures/state';

const TEN = at('2026-11-23T10:00');

const attending = (rock: Rock, pass: string | null = null) =>
  stateWith({
    rock,
    tracker: { ...NEW_TRACKER, open: openVisit({ pass }) },
    streak: { category: SOCIAL, since: TEN.at, nudgedAt: null },
  });

const DONE = openRock({ status: 'done', doneAt: TEN.at });

it.each([
  ['after a quarter of an hour on what is open', attending(DONE), later(TEN, 15 * MINUTE).at],
  ['not on what is blocked and has not gone yet', attending(openRock()), null],
  ['not during a pass', attending(DONE, 'pass-1'), null],
])('a person is nudged %s', (_, state, due) => {
  expect(nudgeDueAt(state, later(TEN, MINUTE))).toBe(due);
});
