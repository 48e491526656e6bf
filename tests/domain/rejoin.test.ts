import { describe, expect, it } from 'vitest';
import type { Pattern } from '../../src/domain/pattern';
import { rejoined } from '../../src/domain/rejoin';
import { EMAIL, SOCIAL } from '../../src/domain/settings';
import { NEW_STATE } from '../../src/domain/state';
import { instant } from '../../src/domain/time';
import { NEW_TRACKER, restart, type Tracker } from '../../src/domain/tracker';
import type { OpenVisit } from '../../src/domain/visit';
import { at, ZONE } from '../fixtures/moment';

const START = at('2026-11-23T10:00').at;
const seconds = (count: number) => instant(START + count * 1000);

const open = (site: string, from: number, to: number): OpenVisit => ({
  site: site as Pattern,
  category: SOCIAL,
  startedAt: seconds(from),
  lastSeenAt: seconds(to),
  zone: ZONE,
  check: true,
  audible: false,
  soundAt: null,
  clock: 0,
  pass: null,
});

const tracking = (visit: OpenVisit | null): Tracker => ({ ...NEW_TRACKER, open: visit });
const storing = (tracker: Tracker) => ({ ...NEW_STATE, tracker });

describe('what the database holds open', () => {
  it('goes on where it was tracked on', () => {
    const { tracker, visits } = rejoined(
      storing(tracking(open('x.com', 0, 4))),
      tracking(open('x.com', 0, 9)),
      [],
    );
    expect([tracker.open?.lastSeenAt, visits]).toEqual([seconds(9), []]);
  });

  it('has ended where that was tracked', () => {
    const later = restart(tracking(open('x.com', 0, 9)), 0);
    const { tracker, visits } = rejoined(storing(tracking(open('x.com', 0, 4))), later.tracker, later.visits);
    expect([tracker.open, visits]).toEqual([null, []]);
  });

  it('ended when it was last seen where nobody knew of it', () => {
    const { tracker, visits } = rejoined(
      storing(tracking(open('x.com', 0, 4))),
      tracking(open('x.com', 7, 9)),
      [],
    );
    expect(visits.map(({ start, end }) => [start, end])).toEqual([[seconds(0), seconds(4)]]);
    expect(tracker.open?.startedAt).toBe(seconds(7));
  });

  it('is not taken back to where it was seen before', () => {
    const { tracker } = rejoined(storing(tracking(open('x.com', 0, 9))), tracking(open('x.com', 0, 4)), []);
    expect(tracker.open?.lastSeenAt).toBe(seconds(9));
  });
});

it('attention and settings of the clock are the latest of both', () => {
  const stored = { ...NEW_TRACKER, lastAttention: { [SOCIAL]: seconds(5), [EMAIL]: seconds(1) }, clock: 2 };
  const later = { ...NEW_TRACKER, lastAttention: { [SOCIAL]: seconds(3), [EMAIL]: seconds(8) }, clock: 0 };
  expect(rejoined(storing(stored), later, []).tracker).toEqual({
    ...NEW_TRACKER,
    lastAttention: { [SOCIAL]: seconds(5), [EMAIL]: seconds(8) },
    clock: 2,
  });
});
