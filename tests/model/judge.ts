import { expect } from 'vitest';
import type { Pattern } from '../../src/domain/pattern';
import { EMAIL, SCOREBOARDS, SOCIAL } from '../../src/domain/settings';
import { NEW_STATE, type State } from '../../src/domain/state';
import { HOUR, SECOND } from '../../src/domain/time';
import type { ModelStore, Recorded } from './memory-store';
import { type Schedule, TICK } from './schedule';
import { attended, checksIn, dayAndHour, type Tick, timeBy } from './stopwatch';
import { World } from './world';

const SITES = ['one.example', 'two.example', 'three.example', 'four.example'];
const CATEGORIES = [SOCIAL, SOCIAL, EMAIL, SCOREBOARDS];

/** How a schedule begins: four sites listed, and the schedule's own settings. */
export const stateOf = ({ dayStart, idleSeconds }: Schedule): State => ({
  ...NEW_STATE,
  settings: {
    ...NEW_STATE.settings,
    dayStart,
    idleSeconds,
    sites: SITES.map((site, i) => ({ pattern: site as Pattern, category: CATEGORIES[i] ?? SOCIAL })),
  },
});

const categoryOf = (site: string): string => CATEGORIES[SITES.indexOf(site)] ?? '';

/** Plays a schedule and holds what was recorded against the stopwatch. Returns whether it had to agree to the tick. */
export async function judge(schedule: Schedule, store: ModelStore): Promise<boolean> {
  const world = new World(schedule, SITES, store);
  await world.play();
  expect(world.broken).toEqual([]);
  expect((await store.load()).state.tracker.open).toBeNull();
  const recorded = await store.recorded();
  isSound(recorded, schedule.dayStart);
  addsUp(recorded);
  const truth = attended(world.ticks, schedule.idleSeconds * SECOND);
  const isExact = isTrue(recorded, truth, world.allowance);
  if (isExact && !world.isRelabelled) isWellLabelled(recorded, truth, schedule.dayStart);
  return isExact;
}

/** Visits never overlap, but where the clock was set back, and none is longer than the wall clock allows. */
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
  expect(sorted(totals)).toEqual(sorted([...sums]));
}

/** Every second that the stopwatch counts is counted, and no other, but for what nobody could know. */
function isTrue({ visits }: Recorded, truth: readonly Tick[], allowance: World['allowance']): boolean {
  const { missing, tooMuch } = allowance;
  const time = visits.reduce((sum, { start, end }) => sum + end - start, 0);
  const counted = truth.length * TICK;
  expect(time).toBeGreaterThanOrEqual(counted - missing);
  expect(time).toBeLessThanOrEqual(counted + tooMuch);
  return missing === 0 && tooMuch === 0;
}

/** Each second under its own site, hour and day, and the checks are those of the stopwatch. */
function isWellLabelled({ visits, days }: Recorded, truth: readonly Tick[], dayStart: number): void {
  const labelOf = (wall: number, zone: string, site: string) => {
    const { day, hour } = dayAndHour(wall, zone, dayStart);
    return `${day} ${hour} ${site}`;
  };
  const recorded = new Map<string, number>();
  for (const { start, end, zone, site } of visits) {
    const key = labelOf(start, zone, site);
    recorded.set(key, (recorded.get(key) ?? 0) + end - start);
  }
  const expected = timeBy(truth, ({ wall, zone, site }) => labelOf(wall, zone, site));
  expect(sorted([...recorded])).toEqual(sorted([...expected]));
  expect(days.reduce((sum, { checks }) => sum + checks, 0)).toBe(checksIn(truth, categoryOf));
}

const sorted = (entries: [string, number][]) => entries.sort(([a], [b]) => (a < b ? -1 : 1));
