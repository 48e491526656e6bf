import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { readDayReport, readPeriodReport } from '../../src/background/report-reading';
import { situationOf } from '../../src/background/situation';
import { dayOf, startOfDay } from '../../src/domain/calendar';
import { type DayTerms, workSpans } from '../../src/domain/day-terms';
import { exportOf } from '../../src/domain/export';
import type { Pattern } from '../../src/domain/pattern';
import { PERIODS, type Period, periodBefore, periodWith } from '../../src/domain/period';
import { type Attempt, NO_RECORDS, type Records } from '../../src/domain/records';
import { DEFAULT_SETTINGS, EMAIL, SCOREBOARDS, type Settings, SOCIAL } from '../../src/domain/settings';
import { NEW_STATE, type State } from '../../src/domain/state';
import { type DayKey, HOUR, instant, MINUTE, type Moment, SECOND } from '../../src/domain/time';
import { NEW_TRACKER } from '../../src/domain/tracker';
import { CHECK_GAP, visitsOf } from '../../src/domain/visit';
import { createDatabase } from '../../src/storage/database';
import { createStore } from '../../src/storage/store';
import { ZONE } from '../fixtures/moment';
import { runs } from '../fixtures/runs';
import { openRock, openVisit } from '../fixtures/state';
import { historyOf } from '../fixtures/world';
import { type RawHistory, shifted, slowReport } from './slow-report';

const SITES = [
  { site: 'x.com' as Pattern, category: SOCIAL },
  { site: 'reddit.com' as Pattern, category: SOCIAL },
  { site: 'espn.com' as Pattern, category: SCOREBOARDS },
  { site: 'mail.google.com' as Pattern, category: EMAIL },
];

const LONGEST = 4 * MINUTE;

/** Clocks go back in Berlin on 25 October 2026. */
const FIRST = '2026-09-28' as DayKey;

interface Sketch {
  days: readonly {
    spans: readonly { pause: number; length: number; site: number; onPurpose: boolean }[];
    attempts: readonly { at: number; site: number }[];
    rock: 'none' | 'open' | 'done';
    kind: 'blocked' | 'open' | 'away';
  }[];
  dayStart: number;
  guesses: Readonly<Record<string, number>>;
  isGoingOn: boolean;
}

const place = fc.nat({ max: SITES.length - 1 });

const sketch: fc.Arbitrary<Sketch> = fc.record({
  days: fc.array(
    fc.record({
      spans: fc.array(
        fc.record({
          pause: fc.oneof(fc.nat({ max: 90 }), fc.nat({ max: 4 * 3600 })),
          length: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 1500 })),
          site: place,
          onPurpose: fc.boolean(),
        }),
        { maxLength: 6 },
      ),
      attempts: fc.array(fc.record({ at: fc.nat({ max: 20 * 3600 }), site: place }), { maxLength: 3 }),
      rock: fc.constantFrom('none', 'open', 'done'),
      kind: fc.constantFrom('blocked', 'blocked', 'open', 'away'),
    }),
    { minLength: 8, maxLength: 45 },
  ),
  dayStart: fc.constantFrom(0, 0, 4),
  guesses: fc.constantFrom({}, { [SOCIAL]: 40 }, { [SOCIAL]: 40, [EMAIL]: 25 }),
  isGoingOn: fc.boolean(),
});

/** The records of a sketch, and the same as plainly as can be; its last span goes on where there is one. */
function drawn({ days, dayStart, guesses, isGoingOn }: Sketch) {
  const settings: Settings = { ...DEFAULT_SETTINGS, dayStart, guesses };
  const spans: RawHistory['spans'][number][] = [];
  const attempts: Attempt[] = [];
  const terms: DayTerms[] = [];
  const rocks: Records['rocks'][number][] = [];
  let free = 0;
  days.forEach((day, i) => {
    const key = shifted(FIRST, i) as DayKey;
    const start = startOfDay(key, ZONE, dayStart);
    // Whom the evening before has kept until after midnight was there on this day.
    const kind = day.kind === 'away' && free > start ? 'open' : day.kind;
    if (kind === 'away') return;
    const work = workSpans(key, ZONE, settings);
    terms.push({ day: key, zone: ZONE, work, kind: work.length > 0 ? kind : 'off' });
    let at = Math.max(free, start + 6 * HOUR);
    for (const { pause, length, site, onPurpose } of day.spans) {
      const from = at + pause * SECOND;
      at = from + length * SECOND;
      spans.push({ from, to: at, ...(SITES[site] ?? SITES[0]), onPurpose } as (typeof spans)[number]);
    }
    free = at;
    day.attempts.forEach(({ at: after, site }, n) => {
      const { site: pattern, category } = SITES[site] ?? { site: 'x.com' as Pattern, category: SOCIAL };
      const tried = instant(start + after * SECOND);
      attempts.push({ id: `${key}-${n}`, at: tried, zone: ZONE, day: key, site: pattern, category });
    });
    if (day.rock === 'none') return;
    const isDone = day.rock === 'done';
    const doneAt = isDone ? instant(start + 10 * HOUR) : null;
    const pinnedAt = instant(start + 9 * HOUR + 1200 * SECOND);
    rocks.push(openRock({ id: key, day: key, pinnedAt, status: isDone ? 'done' : 'open', doneAt }));
  });
  const lastKey = shifted(FIRST, days.length - 1) as DayKey;
  const end = Math.max(free, startOfDay(lastKey, ZONE, dayStart) + 12 * HOUR);
  const now: Moment = { at: instant(end), zone: ZONE };
  const lastEnds = new Map<string, number>();
  const openVisits = spans.map(({ from, to, site, category, onPurpose }, i) => {
    const check = from - (lastEnds.get(category) ?? Number.NEGATIVE_INFINITY) >= CHECK_GAP;
    lastEnds.set(category, to);
    const pass = onPurpose ? `pass-${i}` : null;
    const seen = { startedAt: instant(from), lastSeenAt: instant(to) };
    return openVisit({ ...seen, site: site as Pattern, category: category as typeof SOCIAL, check, pass });
  });
  const open = isGoingOn && spans.at(-1)?.to === end ? (openVisits.pop() ?? null) : null;
  const visits = openVisits.flatMap(visit => visitsOf(visit, visit.lastSeenAt, dayStart));
  const state: State = { ...NEW_STATE, settings, tracker: { ...NEW_TRACKER, open } };
  const raw: RawHistory = {
    zone: ZONE,
    dayStart,
    spans,
    attempts,
    rocks: rocks.map(({ day, pinnedAt, status }) => ({ day, at: pinnedAt, done: status === 'done' })),
    days: terms,
    guesses,
    until: now.at,
  };
  return { state, records: { ...NO_RECORDS, visits, attempts, terms, rocks }, raw, now };
}

const firstOf = ({ days: [first] }: RawHistory): string => first?.day ?? FIRST;

const NAME = 'report-reading';
let databases = 0;

async function storeWith(state: State, records: Records) {
  const database = createDatabase(`${NAME}-${databases++}`);
  const store = createStore(database);
  await store.begin(null);
  await store.commit(NEW_STATE, state, records);
  return { database, store };
}

async function reports(state: State, past: Parameters<typeof situationOf>[2], now: Moment, days: DayKey[]) {
  const loaded = { state, trouble: null };
  const today = dayOf(now, state.settings.dayStart);
  const periods = PERIODS.flatMap(kind => {
    const period = periodWith(kind, today);
    return kind === 'year' ? [period] : [period, periodBefore(period)];
  });
  return {
    days: await Promise.all(
      days.map(async day => readDayReport(await situationOf(loaded, day, past, now), past)),
    ),
    periods: await Promise.all(
      periods.map(async period => readPeriodReport(period, await situationOf(loaded, null, past, now), past)),
    ),
  };
}

afterEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const figures = ({
  time,
  passTime,
  checks,
  attempts,
}: Record<'time' | 'passTime' | 'checks' | 'attempts', number>) =>
  [time, passTime, checks, attempts] as const;

const byName = <T extends { name: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));

const used = (row: { time: number; attempts: number; checks: number }) =>
  row.time + row.attempts + row.checks > 0;

it('every figure of every view is what counting seconds one by one comes to', {
  timeout: LONGEST + MINUTE,
}, async () => {
  await fc.assert(
    fc.asyncProperty(sketch, async drawing => {
      const { state, records, raw, now } = drawn(drawing);
      const { database, store } = await storeWith(state, records);
      const slow = slowReport(raw);
      const today = dayOf(now, state.settings.dayStart);
      const ids = state.settings.categories.map(({ id }) => id);
      const shown = [today, shifted(today, -1), shifted(today, -9), firstOf(raw)] as DayKey[];
      const { days, periods } = await reports(state, store.past, now, shown);

      for (const report of days) {
        const { day } = report;
        const sites = slow.rows(day, day, 'site');
        const own = report.sites.filter(used).map(({ site, ...row }) => ({ name: site, row: figures(row) }));
        expect(byName(own)).toEqual(byName(sites.map(({ name, ...row }) => ({ name, row: figures(row) }))));
        const categories = report.categories
          .filter(used)
          .map(({ id, ...row }) => ({ name: id, row: figures(row) }));
        const expected = slow
          .rows(day, day, 'category')
          .map(({ name, ...row }) => ({ name, row: figures(row) }));
        expect(byName(categories as never)).toEqual(byName(expected as never));
        expect(report.usual).toEqual(slow.usualBefore(day, ids));
        expect(report.stretch ? report.stretch[1] - report.stretch[0] : 0).toBe(
          raw.days.some(each => each.day === day)
            ? slow.stretch(day, now.at)
            : (report.stretch?.[1] ?? 0) - (report.stretch?.[0] ?? 0),
        );
        if (raw.days.some(each => each.day === day)) expect(report.afterHours).toBe(slow.afterHours(day));
        const { baseline, reclaimed } = slow.takings([day], today);
        expect(report.baseline?.drift ?? null).toBe(baseline);
        expect(report.reclaimed).toEqual(reclaimed);
      }

      for (const report of periods) {
        const { first, last: end, kind }: Period = report.period;
        const last = end < today ? end : today;
        const inIt = slow.daysFrom(first, last);
        const known = (day: string) => raw.days.some(each => each.day === day);
        expect(report.days.filter(({ day }) => known(day))).toEqual(inIt.filter(known).map(slow.dayFigures));
        const sites = slow.rows(first, last, 'site').map(({ name, ...row }) => ({ name, row: figures(row) }));
        const own = report.sites.filter(used).map(({ site, ...row }) => ({ name: site, row: figures(row) }));
        expect(byName(own)).toEqual(byName(sites));
        expect(report.rhythm.toSorted(byCell)).toEqual(slow.rhythm(first, last).sort(byCell));
        const hours = slow.hours(first, last);
        expect(report.hours && [report.hours.best.drift, report.hours.worst.drift]).toEqual(
          hours && [hours.least, hours.most],
        );
        expect(report.target).toBe(slow.target(first));
        expect(report.usual).toEqual(slow.usualBefore(first, ids));
        const trend = slow.trend(first, last, kind === 'year');
        expect(report.trend.steps.map(({ byCategory }) => byCategory)).toEqual(trend.steps);
        expect(report.trend.medians).toEqual(trend.medians);
        const { reclaimed, baseline, tracked, truths } = slow.takings(inIt, today);
        expect(report.baseline?.drift ?? null).toBe(baseline);
        expect(report.reclaimed).toEqual(reclaimed);
        if (report.guess) {
          expect(report.guess.days).toBe(tracked);
          expect(report.guess.rows.map(({ truth }) => truth)).toEqual(truths);
        }
      }
      database.close();
    }),
    // A run takes a second, so that the smallest counterexample is not waited for.
    { numRuns: runs(30), interruptAfterTimeLimit: LONGEST, markInterruptAsFailure: true },
  );
});

it('an export imported into an empty browser gives the same reports', { timeout: LONGEST }, async () => {
  await fc.assert(
    fc.asyncProperty(sketch, async drawing => {
      const { state, records, now } = drawn({ ...drawing, isGoingOn: false });
      const { database, store } = await storeWith(state, records);
      const today = dayOf(now, state.settings.dayStart);
      const shown = [today, shifted(today, -1)] as DayKey[];
      const before = await reports(state, store.past, now, shown);
      const file = JSON.parse(JSON.stringify(exportOf({ ...now, state, ...(await store.everything()) })));

      const other = createDatabase(`${NAME}-${databases++}`);
      const empty = createStore(other);
      await empty.begin(null);
      await empty.merge(NEW_STATE, historyOf(file), now, false);
      const { state: after } = await empty.load(null);
      expect(await reports(after, empty.past, now, shown)).toEqual(before);
      database.close();
      other.close();
    }),
    { numRuns: runs(10) },
  );
});

const byCell = (a: { weekday: number | null; hour: number }, b: { weekday: number | null; hour: number }) =>
  (a.weekday ?? 0) - (b.weekday ?? 0) || a.hour - b.hour;

it('a day whose visits are gone, or that nobody saw, is not known by the minute', async () => {
  const spans = [{ pause: 0, length: 600, site: 0, onPurpose: false }];
  const lived = { spans, attempts: [], rock: 'done', kind: 'blocked' } as const;
  const { state, records, now } = drawn({ days: [lived, lived], dayStart: 0, guesses: {}, isGoingOn: false });
  const { database, store } = await storeWith(state, records);
  const detailed = async () =>
    (await reports(state, store.past, now, [FIRST, shifted(FIRST, -1) as DayKey])).days.map(
      ({ isDetailed }) => isDetailed,
    );
  expect(await detailed()).toEqual([true, false]);
  await store.prune(shifted(FIRST, 1) as DayKey);
  expect(await detailed()).toEqual([false, false]);
  database.close();
});
