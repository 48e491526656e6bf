import Dexie from 'dexie';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CopiedStore, durableStore, type Loaded } from '../../src/background/durable-store';
import { smallDaysOf } from '../../src/domain/backup';
import type { Pattern } from '../../src/domain/pattern';
import { type Attempt, NO_RECORDS, type Records } from '../../src/domain/records';
import { SOCIAL } from '../../src/domain/settings';
import { keptOf } from '../../src/domain/small-copy';
import type { State } from '../../src/domain/state';
import { type Instant, instant } from '../../src/domain/time';
import { dayTotalsOf } from '../../src/domain/totals';
import type { Visit } from '../../src/domain/visit';
import { createDatabase, type Database } from '../../src/storage/database';
import { createStore } from '../../src/storage/store';
import { fakeCopy } from '../fakes/copy';
import { at, day, ZONE } from '../fixtures/moment';
import { runs } from '../fixtures/runs';
import { openRock } from '../fixtures/state';

/** What becomes of a call to the database or the copy. A kill ends the run; what the call was to do is done or not. */
const OUTCOMES = ['fine', 'refused', 'done but refused', 'killed before', 'killed after'] as const;
type Outcome = (typeof OUTCOMES)[number];

interface Happening {
  day: number;
  leaves: 'visit' | 'attempt' | 'rock' | 'settings' | 'beat';
  /** Whether the state is loaded anew before it, or what the happening before it led to is gone on from. */
  isLoaded: boolean;
}

const START = at('2026-11-23T10:00').at;
let databases = 0;

/** A database and a copy whose calls go as drawn, then well. */
function shakyWorld(outcomes: Outcome[]) {
  const name = `nothing-is-lost-${databases++}`;
  const copy = fakeCopy();
  const world = { isKilled: false, isHeldOnly: false, database: null as Database | null };
  const shaky = <A extends unknown[], R>(work: (...args: A) => Promise<R>, always = false) => {
    return async (...args: A): Promise<R> => {
      if (world.isKilled) throw new Error('Nobody is there.');
      const outcome = always ? 'fine' : (outcomes.shift() ?? 'fine');
      world.isKilled = outcome.startsWith('killed');
      if (outcome === 'killed before' || outcome === 'refused') throw new Error(outcome);
      const result = await work(...args);
      if (outcome !== 'fine') throw new Error(outcome);
      return result;
    };
  };
  const run = (): CopiedStore => {
    world.database?.close();
    world.database = createDatabase(name);
    world.isKilled = false;
    const store = createStore(world.database);
    const write = shaky(copy.write);
    return durableStore(
      {
        ...store,
        load: shaky(store.load),
        commit: shaky(store.commit),
        begin: shaky(store.begin),
        smallPart: shaky(store.smallPart),
        smallDays: shaky(store.smallDays),
      },
      {
        // To go on without knowing what was kept back is a matter of its own.
        read: () => shaky(copy.read, copy.content.unwritten !== null)(),
        readDays: shaky(copy.readDays),
        write: part =>
          write(part).catch(error => {
            world.isHeldOnly ||= part.unwritten !== undefined;
            throw error;
          }),
      },
    );
  };
  const calmDown = () => {
    outcomes.length = 0;
  };
  return { name, copy, world, run, calmDown };
}

function outcomeOf(state: State, { day: number, leaves }: Happening, i: number) {
  const on = { day: day(`2026-11-${20 + number}`), site: 'x.com' as Pattern, category: SOCIAL, zone: ZONE };
  const start = instant(START + i * 1000);
  const records: { -readonly [K in keyof Records]: Records[K] } = { ...NO_RECORDS };
  const next = { ...state };
  if (leaves === 'visit') {
    const visit: Visit = {
      ...on,
      start,
      end: instant(start + 500),
      hour: 10,
      check: true,
      pass: null,
      clock: 0,
    };
    records.visits = [visit];
  }
  if (leaves === 'attempt') records.attempts = [{ ...on, id: `${i}`, at: start } satisfies Attempt];
  if (leaves === 'rock') {
    next.rock = openRock({ id: `${i}`, day: on.day });
    records.rocks = [next.rock];
  }
  if (leaves === 'settings') next.settings = { ...state.settings, question: `${i}` };
  const lastAttention: Record<string, Instant> = { [SOCIAL]: start };
  next.tracker = { ...state.tracker, lastAttention };
  return { next, records };
}

const idsOf = ({ visits, attempts, rocks }: Records) =>
  [
    ...visits.map(visit => `visit ${visit.start}`),
    ...attempts.map(({ id }) => `attempt ${id}`),
    ...rocks.map(({ id }) => `rock ${id}`),
  ].sort();

const happenings = fc.array(
  fc.record<Happening>({
    day: fc.integer({ min: 0, max: 3 }),
    leaves: fc.constantFrom('visit', 'attempt', 'rock', 'settings', 'beat'),
    isLoaded: fc.boolean(),
  }),
  { minLength: 4, maxLength: 10, size: 'max' },
);
const outcomes = fc.array(
  fc.oneof({ weight: 2, arbitrary: fc.constant<Outcome>('fine') }, fc.constantFrom(...OUTCOMES)),
  { minLength: 20, maxLength: 100, size: 'max' },
);

it('the database holds exactly what happened, and the copy what is small of it, whatever failed meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(happenings, outcomes, async (all, drawn) => {
      const { name, copy, world, run, calmDown } = shakyWorld([...drawn]);
      const known = { question: '', rock: '' };
      const certain: string[] = [];
      const possible: string[] = [];
      // Since the last change that is certain, each may have been the last one.
      let questions: string[] = [];
      let rocks: string[] = [];
      let durable = run();
      let loaded: Loaded | null = null;

      for (const [i, happening] of all.entries()) {
        world.isHeldOnly = false;
        if (happening.isLoaded || world.isKilled) loaded = null;
        if (world.isKilled) durable = run();
        loaded ??= await durable.load().catch(() => null);
        if (!loaded) continue;
        const { next, records } = outcomeOf(loaded.state, happening, i);
        const isDone: boolean = await durable.commit(loaded, next, records).then(
          () => !world.isKilled && !world.isHeldOnly,
          () => false,
        );
        loaded = isDone ? { ...loaded, state: next } : null;
        (isDone ? certain : possible).push(...idsOf(records));
        if (happening.leaves === 'settings') questions = isDone ? [`${i}`] : [...questions, `${i}`];
        if (happening.leaves === 'rock') rocks = isDone ? [`${i}`] : [...rocks, `${i}`];
        if (happening.leaves === 'settings' && isDone) known.question = `${i}`;
        if (happening.leaves === 'rock' && isDone) known.rock = `${i}`;
      }

      calmDown();
      const calm = run();
      const { state, trouble } = await calm.load();
      expect(trouble).toBeNull();
      if (known.question) expect(questions).toContain(state.settings.question);
      if (known.rock) expect(rocks).toContain(state.rock?.id);

      const database = world.database as Database;
      const stored = {
        visits: await database.visits.toArray(),
        attempts: await database.attempts.toArray(),
        rocks: await database.rocks.toArray(),
        passes: [],
        remarks: [],
        terms: await database.terms.toArray(),
        reviews: [],
      };
      expect(idsOf(stored)).toEqual(expect.arrayContaining(certain));
      expect([...certain, ...possible]).toEqual(expect.arrayContaining(idsOf(stored)));
      const totals = await database.days.toArray();
      expect(sortedRows(totals)).toEqual(sortedRows(dayTotalsOf(stored)));

      await calm.refreshCopy();
      const small = smallDaysOf({ ...stored, totals, hours: [], tracker: null, kept: state });
      expect(copy.content.kept).toEqual(keptOf(state));
      expect(sortedRows(Object.values(copy.content.days))).toEqual(sortedRows(small));

      database.close();
      await Dexie.delete(name);
      const again = await run().load();
      expect(again.state).toMatchObject({ settings: state.settings, rock: state.rock });
      const restored = world.database as Database;
      expect(await restored.days.toArray()).toEqual(totals);
      expect(await restored.rocks.toArray()).toEqual(stored.rocks);
      restored.close();
      await Dexie.delete(name);
    }),
    { numRuns: runs(60) },
  );
}, 60_000);

/** Sorted by what they hold, for comparing. */
const sortedRows = <T>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
