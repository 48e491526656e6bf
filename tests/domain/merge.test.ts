import { describe, expect, it } from 'vitest';
import { mergeHistory } from '../../src/domain/merge';
import type { Pattern } from '../../src/domain/pattern';
import type { Rock } from '../../src/domain/rock';
import {
  type CategoryId,
  DEFAULT_SETTINGS,
  EMAIL,
  plainCategory,
  type Settings,
  SOCIAL,
} from '../../src/domain/settings';
import { NEW_STATE } from '../../src/domain/state';
import { instant, MINUTE, SECOND } from '../../src/domain/time';
import { NEW_TRACKER } from '../../src/domain/tracker';
import type { Visit } from '../../src/domain/visit';
import { at, day, later, ZONE } from '../fixtures/moment';
import { openRock, openVisit, stateWith } from '../fixtures/state';
import {
  EMPTY,
  exported,
  historyOf,
  imported,
  mergeOf,
  type World,
  withoutVisitsBefore,
  worldOf,
} from '../fixtures/world';

const START = at('2026-11-23T10:00').at;
const NOON = at('2026-11-23T12:00');
const MONDAY = day('2026-11-23');

const visit = (from: number, to: number, part: Partial<Visit> = {}): Visit => ({
  start: instant(START + from * SECOND),
  end: instant(START + to * SECOND),
  site: 'x.com' as Pattern,
  category: SOCIAL,
  zone: ZONE,
  day: MONDAY,
  hour: 10,
  check: true,
  pass: null,
  clock: 0,
  ...part,
});

/** Half a minute of a visit that goes on. */
const open = openVisit({
  site: 'x.com' as Pattern,
  startedAt: START,
  lastSeenAt: instant(START + 30 * SECOND),
  zone: ZONE,
});

const times = ({ visits, totals, hours }: World) => ({
  visits: visits.map(({ start, end }) => (end - start) / SECOND),
  days: totals.map(({ time }) => time / SECOND),
  hours: hours.map(({ time }) => time / SECOND),
});

describe('visits', () => {
  it('of equal start and site are one, and the longer end wins', () => {
    const short = worldOf([visit(0, 10)]);
    const long = worldOf([visit(0, 60)]);
    expect(times(imported(short, exported(long)))).toEqual({ visits: [60], days: [60], hours: [60] });
    expect(times(imported(long, exported(short)))).toEqual({ visits: [60], days: [60], hours: [60] });
    expect(mergeOf(short, exported(long)).summary.visits).toEqual({ added: 0, extended: 1, known: 0 });
    expect(mergeOf(long, exported(short)).summary.visits).toEqual({ added: 0, extended: 0, known: 1 });
  });

  it('that differ in site or start are added up', () => {
    const ours = worldOf([visit(0, 10)]);
    const theirs = worldOf([visit(0, 20, { site: 'reddit.com' as Pattern }), visit(30, 35)]);
    const merged = imported(ours, exported(theirs));
    expect(times(merged)).toEqual({ visits: [20, 10, 5], days: [20, 15], hours: [35] });
    expect(mergeOf(ours, exported(theirs)).days).toEqual([MONDAY]);
  });

  it('of equal start and site under a clock set back correspond in the order of the clock', () => {
    const ours = worldOf([visit(0, 10, { clock: 3 })]);
    const theirs = worldOf([visit(0, 4), visit(0, 50, { clock: 1 })]);
    const merged = imported(ours, exported(theirs));
    expect(merged.visits.map(({ clock, end }) => [clock, (end - START) / SECOND])).toEqual([
      [3, 10],
      [4, 50],
    ]);
    expect(times(merged).days).toEqual([60]);
    expect(imported(merged, exported(theirs))).toEqual(merged);
  });

  it('keep our day, hour, zone and category where the file has others', () => {
    const ours = worldOf([
      visit(0, 10, { day: day('2026-11-22'), hour: 23, zone: 'Asia/Tokyo', category: EMAIL }),
    ]);
    const theirs = worldOf([visit(0, 15)]);
    const [merged] = imported(ours, exported(theirs)).visits;
    expect(merged).toEqual({ ...ours.visits[0], end: START + 15 * SECOND });
  });

  it('are not taken from the file where they are still going on', () => {
    const state = stateWith({ tracker: { ...NEW_TRACKER, open } });
    const world = worldOf([visit(-600, -590)], [], state);
    const file = exported(world, later({ at: START, zone: ZONE }, 20 * SECOND));
    expect(file.visits).toHaveLength(2);
    const merge = mergeOf(world, file, later({ at: START, zone: ZONE }, 30 * SECOND));
    expect(merge).toMatchObject({ visits: [], totals: [], hours: [] });
    expect(merge.summary.visits).toEqual({ added: 0, extended: 0, known: 2 });
    expect(merge.state.tracker).toBe(state.tracker);
  });
});

describe('totals', () => {
  it('do not count yet what is still going on', () => {
    const state = stateWith({ tracker: { ...NEW_TRACKER, open } });
    const world = worldOf([visit(-600, -590, { hour: 9 })], [], state);
    const merged = imported(world, exported(worldOf([visit(100, 120), visit(0, 5)])));
    expect(times(merged)).toEqual({ visits: [10, 20], days: [30], hours: [10, 20] });
    expect(merged.totals[0]?.checks).toBe(2);
    expect(mergeOf(world, exported(worldOf([visit(0, 45)]))).visits).toEqual([]);
  });

  const all = worldOf([visit(0, 60), visit(120, 150), visit(300, 301)]);

  it('count a visit that was deleted here with age once, when the file still has it', () => {
    const aged = withoutVisitsBefore(all, day('2027-01-01'));
    const merged = imported(aged, exported(all));
    expect(times(merged)).toEqual({ visits: [60, 30, 1], days: [91], hours: [91] });
    expect(merged.totals).toEqual(all.totals);
    expect(times(imported(all, exported(aged)))).toEqual(times(all));
  });

  it('of deleted visits are kept at the larger', () => {
    const aged = withoutVisitsBefore(all, day('2027-01-01'));
    const older = withoutVisitsBefore(worldOf([visit(0, 60)]), day('2027-01-01'));
    expect(times(imported(older, exported(aged))).days).toEqual([91]);
    expect(times(imported(aged, exported(older))).days).toEqual([91]);
  });

  it('take the larger count of attempts, and do not add them up', () => {
    const attempt = {
      id: 'a',
      at: START,
      zone: ZONE,
      day: MONDAY,
      site: 'x.com' as Pattern,
      category: SOCIAL,
    };
    const two = worldOf([], [attempt, { ...attempt, id: 'b' }]);
    const one = worldOf([], [{ ...attempt, id: 'c' }]);
    expect(imported(two, exported(one)).totals.map(({ attempts }) => attempts)).toEqual([2]);
    expect(imported(one, exported(two)).totals.map(({ attempts }) => attempts)).toEqual([2]);
  });

  it('count the checks and the time on purpose of added visits', () => {
    const pass = worldOf([visit(600, 660, { pass: 'p' })]);
    expect(imported(all, exported(pass)).totals).toEqual([
      {
        day: MONDAY,
        site: 'x.com',
        category: SOCIAL,
        time: 151_000,
        checks: 4,
        attempts: 0,
        passTime: 60_000,
      },
    ]);
  });

  it('keep the checks we know, where the file would tell others', () => {
    // The second visit began a new look, for the clock had been set back; its times do not tell so.
    const ours = worldOf([visit(0, 60), visit(70, 90, { clock: 1 })]);
    expect(imported(ours, exported(ours)).totals).toEqual(ours.totals);
    expect(imported(EMPTY, exported(ours)).totals).toEqual(ours.totals);
  });
});

describe('rocks', () => {
  const doneAt = instant(START + MINUTE);
  const done = (part: Partial<Rock> = {}) => openRock({ status: 'done', doneAt, ...part });
  const fileOf = (...rocks: Rock[]) => exported({ ...EMPTY, rocks });

  it.each<[string, Rock, Rock, 'ours' | 'theirs']>([
    ['done over open', openRock(), done(), 'theirs'],
    ['done over put aside', openRock({ status: 'put aside' }), done(), 'theirs'],
    ['put aside over open', openRock(), openRock({ status: 'put aside' }), 'theirs'],
    ['never back from done', done(), openRock(), 'ours'],
    ['the later done', done(), done({ doneAt: instant(doneAt + 1) }), 'theirs'],
    ['the later pinned', openRock({ pinnedAt: START }), openRock({ pinnedAt: instant(START - 1) }), 'ours'],
    ['what moved forward', done(), done({ movedForward: 'Sent.' }), 'theirs'],
    ['ours where they tie', openRock(), openRock({ why: 'Otherwise' }), 'ours'],
  ])('of two versions keep %s', (_name, ours, theirs, kept) => {
    const world = { ...EMPTY, rocks: [ours], state: stateWith({ rock: ours }) };
    const merged = imported(world, fileOf(theirs));
    const wanted = kept === 'ours' ? ours : theirs;
    expect(merged.rocks).toEqual([wanted]);
    expect(merged.state.rock).toEqual(wanted);
  });

  it('that are absent are added, and the one pinned last is the current one', () => {
    const ours = openRock({
      id: 'ours',
      day: day('2026-11-20'),
      pinnedAt: instant(START - 3 * 24 * 60 * MINUTE),
    });
    const earlier = openRock({
      id: 'earlier',
      day: day('2026-11-19'),
      pinnedAt: instant(START - 4 * 24 * 60 * MINUTE),
    });
    const world = { ...EMPTY, rocks: [ours], state: stateWith({ rock: ours }) };
    expect(imported(world, fileOf(earlier)).state.rock).toEqual(ours);
    const merge = mergeOf(world, fileOf(earlier, openRock()));
    expect(merge.state.rock).toEqual(openRock());
    expect(merge.summary.rocks).toEqual({ added: 2, changed: 0, known: 0 });
    expect(imported(EMPTY, fileOf(openRock())).state.rock).toEqual(openRock());
  });

  it('pinned at the same moment have one that is current, whichever comes first', () => {
    const [one, other] = [openRock({ id: 'one' }), openRock({ id: 'other' })];
    expect(mergeOf(EMPTY, fileOf(one, other)).state.rock).toEqual(other);
    expect(mergeOf(EMPTY, fileOf(other, one)).state.rock).toEqual(other);
  });

  it('do not open what is blocked now, and do when it is open anyway', () => {
    const world = { ...EMPTY, rocks: [openRock()], state: stateWith({ rock: openRock() }) };
    for (const theirs of [done(), openRock({ status: 'put aside' })]) {
      const merge = mergeOf(world, fileOf(theirs), NOON);
      expect(merge.state.rock).toEqual(openRock());
      expect(merge.rocks).toEqual([]);
      expect(merge.summary).toMatchObject({ heldBack: 1, rocks: { changed: 0 } });
      expect(mergeOf(world, fileOf(theirs)).state.rock).toEqual(theirs);
    }
    const alongside = openRock({ id: 'next', pinnedAt: instant(START + 1), blocks: false });
    const merge = mergeOf(world, fileOf(alongside), NOON);
    expect(merge.state.rock).toEqual(openRock());
    expect(merge.rocks).toEqual([alongside]);
  });
});

describe('settings', () => {
  const changed: Settings = { ...DEFAULT_SETTINGS, question: 'Does this sell?' };
  const scores = plainCategory('my-scores' as CategoryId, 'My scores', 'only track');
  const site = (pattern: string, category: CategoryId) => ({ pattern: pattern as Pattern, category });
  const theirs: Settings = {
    ...DEFAULT_SETTINGS,
    categories: [
      ...DEFAULT_SETTINGS.categories.slice(0, 2),
      plainCategory(EMAIL, 'Mail', 'block until done'),
      scores,
    ],
    sites: [site('x.com', EMAIL), site('scores.example', scores.id), site('+x.com/business', SOCIAL)],
    question: 'Is it worth it?',
    idleSeconds: 30,
  };
  const withSettings = (settings: Settings, rock: Rock | null = null): World => ({
    ...EMPTY,
    state: { ...NEW_STATE, settings, rock },
  });
  const file = exported(withSettings(theirs));

  it('are taken whole where nothing was ever changed here', () => {
    const merge = mergeOf(EMPTY, file);
    expect(merge.state.settings).toEqual(theirs);
    expect(merge.summary).toMatchObject({ settings: true, sites: { added: 2, known: 1 } });
  });

  it('stay ours where they were changed, and gain the categories and sites that they lack', () => {
    const merge = mergeOf(withSettings(changed), file);
    expect(merge.state.settings).toEqual({
      ...changed,
      categories: [...changed.categories, scores],
      sites: [...changed.sites, ...theirs.sites.slice(1)],
    });
    expect(merge.summary).toMatchObject({ settings: false, sites: { added: 2, known: 1 }, heldBack: 0 });
  });

  it('are the very same object where the file brings nothing', () => {
    const { settings } = withSettings(changed).state;
    expect(mergeOf(withSettings(settings), exported(EMPTY)).state.settings).toBe(settings);
    expect(mergeOf(EMPTY, exported(EMPTY)).summary.settings).toBe(false);
  });

  it('gain no exception and no merely tracked part of what is blocked now', () => {
    const opening = { ...theirs, sites: [...theirs.sites, site('x.com/i/lists', scores.id)] };
    const merge = mergeOf(withSettings(changed, openRock()), exported(withSettings(opening)), NOON);
    const gained = merge.state.settings.sites.slice(changed.sites.length);
    expect(gained).toEqual([site('scores.example', scores.id)]);
    expect(merge.summary).toMatchObject({ sites: { added: 1 }, heldBack: 2 });
  });

  it('that would grow past their limits are refused', () => {
    const many = Array.from({ length: 5000 }, (_, i) => site(`site-${i}.example`, SOCIAL));
    const history = historyOf(exported(withSettings({ ...changed, sites: many })));
    expect(mergeHistory({ ...withSettings(changed), first: DEFAULT_SETTINGS }, history, NOON)).toEqual({
      refused: { because: 'wrong', faults: [{ path: 'settings.sites', reason: 'too-many' }] },
    });
    const categories = Array.from({ length: 50 }, (_, i) => ({ ...scores, id: `c-${i}` as CategoryId }));
    const crowded = historyOf(exported(withSettings({ ...changed, categories, sites: [] })));
    expect(mergeHistory({ ...withSettings(changed), first: DEFAULT_SETTINGS }, crowded, NOON)).toEqual({
      refused: { because: 'wrong', faults: [{ path: 'settings.categories', reason: 'too-many' }] },
    });
  });
});
