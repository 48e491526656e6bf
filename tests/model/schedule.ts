import fc from 'fast-check';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time';

/** Everything in a schedule happens at multiples of this. */
export const TICK = SECOND / 4;

/** One thing that can happen. Lengths are in milliseconds, windows and sites are numbers. */
export type Happening =
  | { what: 'address'; window: number; site: number | null }
  | { what: 'focus'; window: number | null }
  | { what: 'still' }
  | { what: 'touch' }
  | { what: 'lock' }
  | { what: 'unlock' }
  | { what: 'sound'; window: number; on: boolean }
  | { what: 'permission'; site: number; granted: boolean }
  | { what: 'sleep'; length: number; touched: boolean; killed: boolean }
  | { what: 'kill'; stage: KillStage }
  | { what: 'late-alarm'; by: number }
  | { what: 'missing-alarm' }
  | { what: 'crash'; off: number }
  | { what: 'set-clock'; by: number }
  | { what: 'travel'; zone: string }
  | { what: 'repeat'; times: number }
  | { what: 'ask' };

export const KILL_STAGES = ['now', 'before-load', 'before-commit', 'after-commit', 'before-show'] as const;
export type KillStage = (typeof KILL_STAGES)[number];

/** Every kind of thing there is. */
export const KINDS: readonly Happening['what'][] = [
  'address',
  'ask',
  'crash',
  'focus',
  'kill',
  'late-alarm',
  'lock',
  'missing-alarm',
  'permission',
  'repeat',
  'set-clock',
  'sleep',
  'sound',
  'still',
  'touch',
  'travel',
  'unlock',
];

export interface Schedule {
  /** Local time at the start, and where. */
  start: string;
  zone: string;
  dayStart: number;
  idleSeconds: number;
  /** Whether the clock that nobody can set goes on while the computer sleeps: it does on some systems. */
  ticksAsleep: boolean;
  /** How late the browser says that somebody has gone, at most. */
  idleNoticedLate: number;
  happenings: { after: number; happening: Happening }[];
}

const SITES = 4;

const window = fc.nat(1);
const site = fc.option(fc.nat(SITES - 1), { nil: null, freq: 4 });
const ticks = (from: number, to: number) =>
  fc.integer({ min: from / TICK, max: to / TICK }).map(count => count * TICK);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ what: fc.constant('address' as const), window, site }) },
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constant('focus' as const),
      window: fc.option(window, { nil: null, freq: 3 }),
    }),
  },
  { weight: 8, arbitrary: fc.constant({ what: 'still' as const }) },
  { weight: 5, arbitrary: fc.constant({ what: 'touch' as const }) },
  { weight: 2, arbitrary: fc.constant({ what: 'lock' as const }) },
  { weight: 2, arbitrary: fc.constant({ what: 'unlock' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({ what: fc.constant('sound' as const), window, on: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('permission' as const),
      site: fc.nat(SITES - 1),
      granted: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('sleep' as const),
      length: fc.oneof(ticks(2 * MINUTE, 9 * MINUTE), ticks(2 * HOUR, 9 * HOUR)),
      touched: fc.boolean(),
      killed: fc.boolean(),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ what: fc.constant('kill' as const), stage: fc.constantFrom(...KILL_STAGES) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('late-alarm' as const), by: ticks(0, 10 * SECOND) }),
  },
  { weight: 1, arbitrary: fc.constant({ what: 'missing-alarm' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('crash' as const), off: ticks(TICK, 5 * MINUTE) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('set-clock' as const),
      by: fc.oneof(ticks(2 * SECOND, 3 * HOUR), ticks(-3 * HOUR, -2 * SECOND)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('travel' as const),
      zone: fc.constantFrom('Europe/Berlin', 'Asia/Tokyo', 'Asia/Kathmandu', 'America/New_York'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('repeat' as const), times: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 3, arbitrary: fc.constant({ what: 'ask' as const }) },
);

/** Shortly before midnight, a full hour, or a change of clocks, in both directions, by an hour and by half of one. */
const starts = fc.constantFrom(
  ['2026-11-23T10:05', 'Europe/Berlin'],
  ['2026-11-23T10:58', 'Europe/Berlin'],
  ['2026-11-23T23:58', 'Europe/Berlin'],
  ['2026-11-24T04:58', 'America/New_York'],
  ['2026-03-29T01:58', 'Europe/Berlin'],
  ['2026-10-25T02:58', 'Europe/Berlin'],
  ['2026-03-08T01:58', 'America/New_York'],
  ['2026-11-01T01:58', 'America/New_York'],
  ['2026-04-05T01:58', 'Australia/Lord_Howe'],
  ['2026-10-04T01:58', 'Australia/Lord_Howe'],
  ['2026-04-23T23:58', 'Africa/Cairo'],
  ['2026-10-29T23:58', 'Africa/Cairo'],
  ['2026-04-04T23:58', 'America/Santiago'],
  ['2026-09-05T23:58', 'America/Santiago'],
);

/** Mostly seconds, sometimes long enough to be idle, now and then nothing at all between two things. */
const gap = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 6, arbitrary: ticks(TICK, 12 * SECOND) },
  { weight: 2, arbitrary: ticks(12 * SECOND, 100 * SECOND) },
);

/** A random day at the desk, or rather some minutes of it. */
export const schedules: fc.Arbitrary<Schedule> = fc
  .record({
    start: starts,
    dayStart: fc.integer({ min: 0, max: 6 }),
    idleSeconds: fc.constantFrom(15, 60),
    ticksAsleep: fc.boolean(),
    idleNoticedLate: fc.constantFrom(0, SECOND),
    happenings: fc.array(fc.record({ after: gap, happening }), { minLength: 3, maxLength: 25, size: 'max' }),
  })
  .map(({ start: [start = '', zone = ''], ...rest }) => ({ start, zone, ...rest }));
