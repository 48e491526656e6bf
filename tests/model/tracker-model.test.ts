import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pattern } from '../../src/domain/pattern';
import { EMAIL, SCOREBOARDS, SOCIAL } from '../../src/domain/settings';
import { NEW_STATE, type State } from '../../src/domain/state';
import { HOUR, SECOND } from '../../src/domain/time';
import { memoryStore, type Recorded } from './memory-store';
import { type Schedule, schedules } from './schedule';
import { attended, checksIn, dayAndHour, type Tick, timeBy } from './stopwatch';
import { World } from './world';

const SITES = ['one.example', 'two.example', 'three.example', 'four.example'];
const CATEGORIES = [SOCIAL, SOCIAL, EMAIL, SCOREBOARDS];
const RUNS = Number(process.env['SCHEDULES'] ?? 200);

const stateOf = ({ dayStart, idleSeconds }: Schedule): State => ({
  ...NEW_STATE,
  settings: {
    ...NEW_STATE.settings,
    dayStart,
    idleSeconds,
    sites: SITES.map((site, i) => ({ pattern: site as Pattern, category: CATEGORIES[i] ?? SOCIAL })),
  },
});

const categoryOf = (site: string): string => CATEGORIES[SITES.indexOf(site)] ?? '';

async function judge(schedule: Schedule): Promise<void> {
  const store = memoryStore(stateOf(schedule));
  const world = new World(schedule, SITES, store);
  await world.play();
  expect(world.broken).toEqual([]);
  expect((await store.load()).state.tracker.open).toBeNull();
  const recorded = await store.recorded();
  isSound(recorded, schedule.dayStart);
  addsUp(recorded);
  isTrue(recorded, attended(world.ticks, schedule.idleSeconds * SECOND), world, schedule);
}

/** Visits never overlap, and none is longer than the wall clock allows. */
function isSound({ visits }: Recorded, dayStart: number): void {
  const inOrder = visits.toSorted((a, b) => a.clock - b.clock || a.start - b.start);
  for (const [i, visit] of inOrder.entries()) {
    const next = inOrder[i + 1];
    if (next?.clock === visit.clock) expect(next.start).toBeGreaterThanOrEqual(visit.end);
    expect(visit.end).toBeGreaterThan(visit.start);
    expect(visit.end - visit.start).toBeLessThanOrEqual(HOUR);
    const { day, hour } = visit;
    expect(dayAndHour(visit.start, visit.zone, dayStart)).toEqual({ day, hour });
    expect(dayAndHour(visit.end - 1, visit.zone, dayStart)).toEqual({ day, hour });
  }
}

/** Sums by site, hour, day and category agree to the millisecond. */
function addsUp({ visits, days, hours }: Recorded): void {
  const sums = new Map<string, number>();
  const add = (key: string, time: number) => sums.set(key, (sums.get(key) ?? 0) + time);
  for (const { day, hour, site, category, start, end } of visits) {
    add(`${day} ${site}`, end - start);
    add(`${day} ${hour} ${category}`, end - start);
  }
  const totals = [
    ...days.map(({ day, site, time }): [string, number] => [`${day} ${site}`, time]),
    ...hours.map(({ day, hour, category, time }): [string, number] => [`${day} ${hour} ${category}`, time]),
  ];
  expect(new Map(totals.sort())).toEqual(new Map([...sums].sort()));
}

/** Every second that the stopwatch counts is counted, and no other. */
function isTrue({ visits, days }: Recorded, truth: Tick[], world: World, { dayStart }: Schedule): void {
  const { missing, tooMuch } = world.allowance;
  const time = visits.reduce((sum, { start, end }) => sum + end - start, 0);
  const true_ = truth.length * 250;
  expect(time).toBeGreaterThanOrEqual(true_ - missing);
  expect(time).toBeLessThanOrEqual(true_ + tooMuch);
  if (missing > 0 || tooMuch > 0) return;
  expect(time).toBe(true_);
  if (world.isRelabelled) return;
  const bucketOf = (wall: number, zone: string, site: string) => {
    const { day, hour } = dayAndHour(wall, zone, dayStart);
    return `${day} ${hour} ${site}`;
  };
  const recorded = new Map<string, number>();
  for (const { start, end, zone, site } of visits) {
    const key = bucketOf(start, zone, site);
    recorded.set(key, (recorded.get(key) ?? 0) + end - start);
  }
  const expected = timeBy(truth, ({ wall, zone, site }) => bucketOf(wall, zone, site));
  expect(new Map([...recorded].sort())).toEqual(new Map([...expected].sort()));
  expect(days.reduce((sum, { checks }) => sum + checks, 0)).toBe(checksIn(truth, categoryOf));
}

describe('the minutes are true', () => {
  it(`over ${RUNS} random schedules`, async () => {
    await fc.assert(fc.asyncProperty(schedules, judge), {
      numRuns: RUNS,
      endOnFailure: Boolean(process.env['NO_SHRINK']),
    });
  }, 600_000);
});
