import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayTotal } from '../../src/domain/totals';
import { type Visit, visitLength } from '../../src/domain/visit';
import { runs } from '../fixtures/runs';
import { type Snapshot, snapshot, twoUsages, type Usage, WHOLE, worldAt } from '../fixtures/usage';
import { EMPTY, exported, imported, mergeOf, type World } from '../fixtures/world';

const RUNS = { numRuns: runs(40) };

const exportAt = (usage: Usage, when: Snapshot) => {
  const { world, moment } = worldAt(usage, when);
  return exported(world, moment);
};

/** What must not depend on the order of imports: all but which of two equal zones a visit was given. */
const figures = ({ visits, totals, hours, rocks, state }: World) => ({
  visits: visits.map(({ start, end, site, day, hour, clock }) => ({ start, end, site, day, hour, clock })),
  totals,
  hours,
  rocks,
  rock: state.rock,
});

/** A file from which visits were deleted does not tell whether its first look of a day was one. */
const withoutChecks = (world: World): World => ({
  ...world,
  totals: world.totals.map(total => ({ ...total, checks: 0 })),
});

const timeOf = (visits: readonly Visit[], { day, site }: DayTotal) =>
  visits
    .filter(visit => visit.day === day && visit.site === site)
    .reduce((sum, v) => sum + visitLength(v), 0);

const rest = (world: World, row: DayTotal) => {
  const own = world.totals.find(({ day, site }) => day === row.day && site === row.site);
  return (own?.time ?? 0) - timeOf(world.visits, row);
};

/** As they are on one computer, where time goes on and what is deleted stays so. */
const inOrder = (one: Snapshot, other: Snapshot): [before: Snapshot, after: Snapshot] => {
  const [first, second] = one.step < other.step ? [one, other] : [other, one];
  const [kept, keptLater] = [first.keptFrom, second.keptFrom].sort() as [
    Snapshot['keptFrom'],
    Snapshot['keptFrom'],
  ];
  return [
    { ...first, keptFrom: kept },
    { ...second, keptFrom: keptLater },
  ];
};

// Each run plays some days on two computers, through a Temporal that is slow where it is not the engine's own.
describe('an import', { timeout: 30_000 }, () => {
  it('of an own export changes nothing, whenever it was made and whatever was deleted since', () => {
    fc.assert(
      fc.property(twoUsages, snapshot, snapshot, ([usage], one, other) => {
        const [before, after] = inOrder(one, other);
        const file = exportAt(usage, before);
        const { world, moment } = worldAt(usage, after);
        const merge = mergeOf(world, file, moment);
        expect(merge.totals).toEqual([]);
        expect(merge.rocks).toEqual([]);
        expect(merge.state).toEqual(world.state);
        const now = imported(world, file, moment);
        expect(now.totals).toEqual(world.totals);
        expect(now.hours).toEqual(world.hours);
      }),
      RUNS,
    );
  });

  it('into an empty database restores the file', () => {
    fc.assert(
      fc.property(twoUsages, snapshot, ([usage], when) => {
        const { world, moment } = worldAt(usage, when);
        const file = exported(world, moment);
        expect(exported(imported(EMPTY, file, moment), moment)).toEqual(file);
      }),
      RUNS,
    );
  });

  it('made twice is made once', () => {
    fc.assert(
      fc.property(twoUsages, snapshot, snapshot, ([here, there], one, other) => {
        const { world, moment } = worldAt(here, one);
        const once = imported(world, exportAt(there, other), moment);
        expect(imported(once, exportAt(there, other), moment)).toEqual(once);
      }),
      RUNS,
    );
  });

  it('and another make the same in either order', () => {
    fc.assert(
      fc.property(twoUsages, snapshot, snapshot, snapshot, ([here, there], one, two, three) => {
        const files = [exportAt(here, one), exportAt(here, two), exportAt(there, three)];
        const worlds = [files, files.toReversed(), [files[1], files[2], files[0]]].map(order =>
          order.reduce<World>((world, file) => imported(world, file), EMPTY),
        );
        const isWhole = [one, two, three].every(({ keptFrom }) => keptFrom === WHOLE);
        const [first, ...others] = worlds.map(world => figures(isWhole ? world : withoutChecks(world)));
        for (const other of others) expect(other).toEqual(first);
      }),
      RUNS,
    );
  });

  it('raises a day to no more than all visits and what none of them accounts for, and lowers none', () => {
    fc.assert(
      fc.property(twoUsages, snapshot, snapshot, ([here, there], one, other) => {
        const { world, moment } = worldAt(here, { ...one, step: one.step & ~1 });
        const their = worldAt(there, { ...other, step: other.step & ~1 }).world;
        const merged = imported(world, exported(their), moment);
        for (const row of merged.totals) {
          const visits = timeOf(merged.visits, row);
          expect(row.time).toBeLessThanOrEqual(visits + Math.max(rest(world, row), rest(their, row)));
          expect(row.time).toBeGreaterThanOrEqual(visits);
        }
        for (const row of [...world.totals, ...their.totals]) {
          const after = merged.totals.find(({ day, site }) => day === row.day && site === row.site);
          expect(after?.time).toBeGreaterThanOrEqual(row.time);
          expect(after?.attempts).toBeGreaterThanOrEqual(row.attempts);
        }
      }),
      RUNS,
    );
  });

  it('of another computer adds its visits whole where none were deleted', () => {
    fc.assert(
      fc.property(twoUsages, ([here, there]) => {
        const all = { step: 100, keptFrom: WHOLE };
        const { world, moment } = worldAt(here, all);
        const their = worldAt(there, all).world;
        const merged = imported(world, exported(their), moment);
        const sum = (rows: readonly { time: number }[]) => rows.reduce((total, { time }) => total + time, 0);
        expect(sum(merged.totals)).toBe(sum(world.totals) + sum(their.totals));
        expect(sum(merged.hours)).toBe(sum(merged.totals));
      }),
      RUNS,
    );
  });
});
