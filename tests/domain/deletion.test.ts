import { expect, it } from 'vitest';
import { type Deletion, historyDeleted } from '../../src/domain/deletion';
import { SHUT_DOOR } from '../../src/domain/door';
import type { HeldPass } from '../../src/domain/pass';
import type { Pattern } from '../../src/domain/pattern';
import { SOCIAL } from '../../src/domain/settings';
import { NEW_TRACKER } from '../../src/domain/tracker';
import { at, day, ZONE } from '../fixtures/moment';
import { openRock, openVisit, stateWith } from '../fixtures/state';

const NOON = at('2026-11-23T12:00');
const pass: HeldPass = {
  id: 'pass-1',
  zone: ZONE,
  day: day('2026-11-23'),
  site: 'facebook.com' as Pattern,
  category: SOCIAL,
  purpose: 'Answer Dana',
  minutes: 5,
  startedAt: NOON.at,
  endsAt: NOON.at,
  isOver: false,
  outcome: null,
  tabId: 7,
  isWarned: false,
};
const STATE = stateWith({
  rock: openRock(),
  tracker: { ...NEW_TRACKER, open: openVisit() },
  door: { ...SHUT_DOOR, passes: [pass] },
});

it.each<[Deletion, boolean]>([
  [{ of: 'all' }, true],
  [{ of: 'site', site: 'facebook.com' as Pattern }, true],
  [{ of: 'site', site: 'x.com' as Pattern }, false],
  [{ of: 'days', first: day('2026-11-20'), last: day('2026-11-23') }, true],
  [{ of: 'days', first: day('2026-11-20'), last: day('2026-11-22') }, false],
])('with %j, the open visit begins anew and what a pass was for is forgotten: %s', (what, isAmong) => {
  const { state, records } = historyDeleted(STATE, what, 'gone', NOON);
  expect(state.tracker.open?.startedAt).toBe(isAmong ? NOON.at : openVisit().startedAt);
  expect(state.door.passes).toMatchObject([{ id: 'pass-1', purpose: isAmong ? '' : 'Answer Dana' }]);
  expect(state).toMatchObject({ rock: STATE.rock, settings: STATE.settings });
  expect(records.remarks).toMatchObject([{ id: 'gone', what: 'history deleted', day: '2026-11-23' }]);
});
