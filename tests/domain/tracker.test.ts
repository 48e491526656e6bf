import { describe, expect, it } from 'vitest';
import type { Observation } from '../../src/domain/observation';
import type { Pattern } from '../../src/domain/pattern';
import { EMAIL, SOCIAL } from '../../src/domain/settings';
import { MINUTE, type Moment, SECOND } from '../../src/domain/time';
import { NEW_TRACKER, observe, restart, type Tracker } from '../../src/domain/tracker';
import type { Visit } from '../../src/domain/visit';
import { at, later } from '../fixtures/moment';

const FACEBOOK = { site: 'facebook.com' as Pattern, category: SOCIAL, audible: false, pass: null };
const REDDIT = { site: 'reddit.com' as Pattern, category: SOCIAL, audible: false, pass: null };
const GMAIL = { site: 'mail.google.com' as Pattern, category: EMAIL, audible: false, pass: null };
const START = at('2026-11-23T10:05');

type Seen = Partial<Omit<Observation, 'at'>>;

/** Plays observations, each so many seconds after START, and returns what was recorded and what is open. */
function play(...seen: [seconds: number, what: Seen][]): { visits: Visit[]; tracker: Tracker } {
  return playFrom(START, ...seen);
}

/** Nothing listed in front and somebody there, so many seconds after a moment. */
const seenAt = (seconds: number, start = START): Observation => ({
  ...later(start, seconds * SECOND),
  site: null,
  presence: 'active',
  idleFor: MINUTE,
  linger: 0,
  run: 'run-1',
  uptime: seconds * SECOND,
  order: 0,
});

function playFrom(start: Moment, ...seen: [seconds: number, what: Seen][]) {
  let tracker = NEW_TRACKER;
  const visits: Visit[] = [];
  for (const [seconds, what] of seen) {
    const tracked = observe(tracker, { ...seenAt(seconds, start), ...what }, 0);
    tracker = tracked.tracker;
    visits.push(...tracked.visits);
  }
  return { visits, tracker };
}

/** Beats from one second to another, every two seconds. */
const beats = (from: number, to: number, what: Seen): [number, Seen][] =>
  Array.from({ length: Math.floor((to - from) / 2) + 1 }, (_, i) => [from + i * 2, what]);

const seconds = (visits: readonly Visit[]) =>
  visits.map(({ site, start, end }) => [site, (start - START.at) / SECOND, (end - START.at) / SECOND]);

describe('a visit', () => {
  it('runs from the first moment on a site to the moment it is left', () => {
    const { visits } = play(...beats(0, 14, { site: FACEBOOK }), [15, { site: null }]);
    expect(seconds(visits)).toEqual([['facebook.com', 0, 15]]);
  });

  it('ends where the next one begins', () => {
    const { visits } = play(...beats(0, 8, { site: FACEBOOK }), [9, { site: GMAIL }], [12, {}]);
    expect(seconds(visits)).toEqual([
      ['facebook.com', 0, 9],
      ['mail.google.com', 9, 12],
    ]);
  });

  it('of no length leaves no record', () => {
    expect(play([0, { site: FACEBOOK }], [0, {}]).visits).toEqual([]);
  });

  it('does not begin while nobody is there', () => {
    const { tracker } = play(
      [0, { site: FACEBOOK, presence: 'idle' }],
      [1, { site: FACEBOOK, presence: 'locked' }],
    );
    expect(tracker.open).toBeNull();
  });

  it('is the same one whether an observation comes once or twice', () => {
    const once = play(...beats(0, 4, { site: FACEBOOK }), [5, {}]);
    const twice = play(...beats(0, 4, { site: FACEBOOK }), [4, { site: FACEBOOK }], [5, {}], [5, {}]);
    expect(twice).toEqual(once);
  });
});

describe('idleness', () => {
  it('ends a visit at the last input, not when it was noticed', () => {
    const { visits } = play(...beats(0, 88, { site: FACEBOOK }), [90, { site: FACEBOOK, presence: 'idle' }]);
    expect(seconds(visits)).toEqual([['facebook.com', 0, 30]]);
  });

  it('ends a visit at a whole millisecond, however finely idleness is told', () => {
    const { visits } = play(...beats(0, 90, { site: FACEBOOK }), [
      90.5,
      { site: FACEBOOK, presence: 'idle', idleFor: 60_000.4 },
    ]);
    expect(visits.map(({ end }) => end - START.at)).toEqual([30_500]);
  });

  it('does not go on for sound that begins when nobody is there any more', () => {
    const { visits } = play(...beats(0, 60, { site: FACEBOOK }), [
      61,
      { site: { ...FACEBOOK, audible: true }, presence: 'idle', idleFor: 60 * SECOND },
    ]);
    expect(seconds(visits)).toEqual([['facebook.com', 0, 1]]);
  });

  it('that nobody saw begin is not begun by sound later', () => {
    const { visits } = play(
      [0, { site: FACEBOOK }],
      [2, { site: FACEBOOK, presence: 'idle' }],
      [10, { site: { ...FACEBOOK, audible: true }, presence: 'idle' }],
      [20, {}],
    );
    expect(visits).toEqual([]);
  });

  it('never ends a visit before it began', () => {
    const { visits, tracker } = play([0, { site: FACEBOOK }], [5, { site: FACEBOOK, presence: 'idle' }]);
    expect(visits).toEqual([]);
    expect(tracker.open).toBeNull();
  });

  it('of a silent page is no end of sound, and sound does not take it up', () => {
    const { visits } = play(
      ...beats(0, 8, { site: FACEBOOK }),
      [10, {}],
      [20, { site: FACEBOOK }],
      [22, { site: FACEBOOK, presence: 'idle' }],
      [25, { site: { ...FACEBOOK, audible: true }, presence: 'idle' }],
      [30, {}],
    );
    expect(seconds(visits)).toEqual([['facebook.com', 0, 10]]);
  });

  it('does not end a visit while the tab plays sound', () => {
    const playing = { site: { ...FACEBOOK, audible: true } };
    const { visits } = play(...beats(0, 90, playing), ...beats(92, 200, { ...playing, presence: 'idle' }), [
      201,
      { presence: 'idle' },
    ]);
    expect(seconds(visits)).toEqual([['facebook.com', 0, 201]]);
  });

  it('ends a visit when its sound stopped, if that was after the last input', () => {
    const { visits } = play(
      ...beats(0, 58, { site: { ...FACEBOOK, audible: true } }),
      [60, { site: FACEBOOK }],
      [62, { site: FACEBOOK }],
      ...beats(64, 98, { site: FACEBOOK }),
      [100, { site: FACEBOOK, presence: 'idle' }],
    );
    expect(seconds(visits)).toEqual([['facebook.com', 0, 60]]);
  });

  it('takes off what the browser adds to sound', () => {
    const playing: Seen = { site: { ...FACEBOOK, audible: true }, presence: 'idle', linger: 2000 };
    const { visits } = play([0, { site: { ...FACEBOOK, audible: true } }], ...beats(2, 90, playing), [
      91,
      { ...playing, site: FACEBOOK },
    ]);
    expect(seconds(visits)).toEqual([['facebook.com', 0, 89]]);
  });

  it('takes no touch for one that came with the end of the sound', () => {
    const playing: Seen = { site: { ...FACEBOOK, audible: true }, linger: 2000 };
    const ended = (idleFor: number) =>
      play(...beats(0, 90, playing), ...beats(91, 150, { site: FACEBOOK, linger: 2000 }), [
        151,
        { site: FACEBOOK, linger: 2000, presence: 'idle', idleFor: idleFor * SECOND },
      ]);
    expect(seconds(ended(60).visits)).toEqual([['facebook.com', 0, 89]]);
    expect(seconds(ended(61.5).visits)).toEqual([['facebook.com', 0, 89.5]]);
  });

  it('takes up what it carried when it sounds again within a minute, and nothing else', () => {
    const silent: Seen = { site: FACEBOOK, presence: 'idle' };
    const playing: Seen = { site: { ...FACEBOOK, audible: true }, presence: 'idle' };
    const { visits } = play(
      [0, { site: { ...FACEBOOK, audible: true } }],
      ...beats(2, 90, playing),
      [91, silent],
      [100, playing],
      ...beats(102, 110, playing),
      [111, silent],
      [172, playing],
      [180, {}],
    );
    expect(seconds(visits)).toEqual([
      ['facebook.com', 0, 91],
      ['facebook.com', 100, 111],
    ]);
  });

  it('is broken by coming back, which begins a new visit', () => {
    const { visits } = play(
      ...beats(0, 60, { site: FACEBOOK }),
      [61, { site: FACEBOOK, presence: 'idle' }],
      [300, { site: FACEBOOK }],
      [303, {}],
    );
    expect(seconds(visits)).toEqual([
      ['facebook.com', 0, 1],
      ['facebook.com', 300, 303],
    ]);
  });

  it('a locked screen ends a visit at once, sound or not', () => {
    const { visits } = play(...beats(0, 10, { site: { ...FACEBOOK, audible: true } }), [
      11,
      { site: { ...FACEBOOK, audible: true }, presence: 'locked' },
    ]);
    expect(seconds(visits)).toEqual([['facebook.com', 0, 11]]);
  });
});

describe('interruptions', () => {
  it.each([
    ['its alarm', 40],
    ['the alarm after one that never came', 84],
  ])('a worker killed and revived by %s loses nothing', (_name, back) => {
    const { visits } = play(
      ...beats(0, 10, { site: FACEBOOK }),
      [back, { site: FACEBOOK, run: 'run-2' }],
      [back + 2, { run: 'run-2' }],
    );
    expect(seconds(visits)).toEqual([['facebook.com', 0, back + 2]]);
  });

  it('a silence longer than the alarm allows ends the visit when it was last seen', () => {
    const { visits, tracker } = play(...beats(0, 10, { site: FACEBOOK }), [
      86,
      { site: FACEBOOK, run: 'run-2' },
    ]);
    expect(seconds(visits)).toEqual([['facebook.com', 0, 10]]);
    expect(tracker.open?.startedAt).toBe(START.at + 86 * SECOND);
  });

  it('a silence within one run of the worker is sleep', () => {
    const { visits } = play(...beats(0, 10, { site: FACEBOOK }), [30, { site: FACEBOOK }]);
    expect(seconds(visits)).toEqual([['facebook.com', 0, 10]]);
  });

  it.each([
    ['back', -3600],
    ['forward', 3600],
    ['by a sleep in which its own clock stood still', 8 * 3600],
  ])('a clock set %s ends the visit when that came, by how long the worker has been up', (_name, to) => {
    const { visits, tracker } = play(...beats(0, 10, { site: FACEBOOK }), [
      to,
      { site: FACEBOOK, uptime: 11 * SECOND },
    ]);
    expect(seconds(visits)).toEqual([['facebook.com', 0, 11]]);
    expect(tracker.open?.startedAt).toBe(START.at + to * SECOND);
  });

  it('a clock set back between two runs ends the visit when it was last seen', () => {
    const { visits } = play(...beats(0, 10, { site: FACEBOOK }), [-60, { site: FACEBOOK, run: 'run-2' }]);
    expect(seconds(visits)).toEqual([['facebook.com', 0, 10]]);
  });

  it('what a run saw before it saw something later changes nothing', () => {
    const { tracker } = play(...beats(0, 10, { site: FACEBOOK }));
    const late = observe(tracker, { ...seenAt(9), site: GMAIL }, 0);
    expect(late).toEqual({ tracker, visits: [] });
  });

  it('where the clock was set back over a full hour, both times count', () => {
    const { visits } = playFrom(
      at('2026-11-23T10:59:50'),
      ...beats(0, 18, { site: FACEBOOK }),
      ...beats(0, 18, { site: FACEBOOK, run: 'run-2' }),
      [20, { run: 'run-2' }],
    );
    expect(new Set(visits.map(({ start, site, clock }) => `${start} ${site} ${clock}`)).size).toBe(4);
  });

  it('a browser started anew ends the visit when it was last seen', () => {
    const { tracker } = play(...beats(0, 10, { site: FACEBOOK }));
    const restarted = restart(tracker, 0);
    expect(seconds(restarted.visits)).toEqual([['facebook.com', 0, 10]]);
    expect(restarted.tracker.open).toBeNull();
  });

  it('travel to another zone cuts the visit, each part on its own local day', () => {
    const evening = at('2026-11-23T23:59:50');
    const { visits } = playFrom(
      evening,
      ...beats(0, 4, { site: FACEBOOK }),
      [5, { site: FACEBOOK, zone: 'Asia/Tokyo' }],
      [9, { zone: 'Asia/Tokyo' }],
    );
    expect(visits.map(({ day, zone }) => [day, zone])).toEqual([
      ['2026-11-23', 'Europe/Berlin'],
      ['2026-11-24', 'Asia/Tokyo'],
    ]);
  });
});

describe('cuts', () => {
  const pieces = (start: Moment, length: number) => {
    const { visits } = playFrom(start, ...beats(0, length - 2, { site: FACEBOOK }), [length, {}]);
    return visits.map(({ day, hour, start: from, end, check }) => [day, hour, (end - from) / SECOND, check]);
  };

  it('at midnight', () => {
    expect(pieces(at('2026-11-23T23:59:50'), 20)).toEqual([
      ['2026-11-23', 23, 10, true],
      ['2026-11-24', 0, 10, false],
    ]);
  });

  it('at every full hour', () => {
    expect(pieces(at('2026-11-23T09:59'), 120)).toEqual([
      ['2026-11-23', 9, 60, true],
      ['2026-11-23', 10, 60, false],
    ]);
  });

  it('where clocks go back, the hour comes twice', () => {
    expect(pieces(at('2026-10-25T01:59:50'), 2 * 3600)).toEqual([
      ['2026-10-25', 1, 10, true],
      ['2026-10-25', 2, 3600, false],
      ['2026-10-25', 2, 3590, false],
    ]);
  });

  it('where clocks change by half an hour, at the change', () => {
    expect(pieces(at('2026-04-05T01:50', 'Australia/Lord_Howe'), 1200)).toEqual([
      ['2026-04-05', 1, 600, true],
      ['2026-04-05', 1, 600, false],
    ]);
  });
});

describe('checks', () => {
  it('a visit a minute or more after the last attention to its category is one, a sooner one is not', () => {
    const { visits } = play(
      [0, { site: FACEBOOK }],
      [5, {}],
      [64, { site: REDDIT }],
      [66, { site: GMAIL }],
      [68, {}],
      [126, { site: FACEBOOK }],
      [130, {}],
    );
    expect(visits.map(({ site, check }) => [site, check])).toEqual([
      ['facebook.com', true],
      ['reddit.com', false],
      ['mail.google.com', true],
      ['facebook.com', true],
    ]);
  });
});
