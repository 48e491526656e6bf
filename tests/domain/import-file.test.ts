import { describe, expect, it } from 'vitest';
import type { Export } from '../../src/domain/export';
import { readImport } from '../../src/domain/import-file';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { openRock } from '../fixtures/state';
import { historyOf } from '../fixtures/world';

type Row = Export['visits'][number];

const visit = (start: string, end: string, part: Partial<Row> = {}): Row => ({
  start,
  end,
  site: 'x.com',
  category: 'Social',
  pass: null,
  ...part,
});

const dayRow = (part: Partial<Export['days'][number]> = {}): Export['days'][number] => ({
  day: '2026-11-23',
  site: 'x.com',
  category: 'Social',
  seconds: 90,
  checks: 1,
  attempts: 3,
  passSeconds: 0,
  ...part,
});

/** A file with one of everything, as JSON gives it. */
const fileWith = (part: Partial<Export> = {}): Export =>
  JSON.parse(
    JSON.stringify({
      format: 'big-rock',
      version: 1,
      exportedAt: '2026-11-23T17:00:00.000Z',
      timeZone: 'Europe/Berlin',
      settings: DEFAULT_SETTINGS,
      rocks: [openRock()],
      visits: [visit('2026-11-23T10:00:00.000+01:00', '2026-11-23T10:01:30.000+01:00')],
      passes: [
        {
          id: 'pass-1',
          day: '2026-11-23',
          start: '2026-11-23T10:00:00.000+01:00',
          end: '2026-11-23T10:05:00.000+01:00',
          site: 'x.com',
          category: 'Social',
          purpose: 'Answer Dana',
          minutes: 5,
          outcome: null,
        },
      ],
      days: [dayRow()],
      ...part,
    }),
  );

/** The file with the value at a path replaced; undefined takes the key away. */
function withValue(path: string, value: unknown): Export {
  const file = fileWith();
  const keys = path.replaceAll('[', '.').replaceAll(']', '').split('.');
  const last = keys.pop() ?? '';
  // biome-ignore lint/suspicious/noExplicitAny: the point is to write what the types forbid.
  const place = keys.reduce<any>((parent, key) => parent[key], file);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return file;
}

describe('a file that is right', () => {
  it('is read as what it says, with the day, hour, zone and check that it leaves out', () => {
    expect(historyOf(fileWith())).toEqual({
      settings: DEFAULT_SETTINGS,
      rocks: [openRock()],
      visits: [
        {
          start: Date.parse('2026-11-23T09:00:00Z'),
          end: Date.parse('2026-11-23T09:01:30Z'),
          site: 'x.com',
          category: 'social',
          zone: 'Europe/Berlin',
          day: '2026-11-23',
          hour: 10,
          check: true,
          pass: null,
          clock: 0,
        },
      ],
      totals: [
        {
          day: '2026-11-23',
          site: 'x.com',
          category: 'social',
          time: 90_000,
          checks: 1,
          attempts: 3,
          passTime: 0,
        },
      ],
      passes: [
        {
          id: 'pass-1',
          zone: 'Europe/Berlin',
          day: '2026-11-23',
          site: 'x.com',
          category: 'social',
          purpose: 'Answer Dana',
          minutes: 5,
          startedAt: Date.parse('2026-11-23T09:00:00Z'),
          endsAt: Date.parse('2026-11-23T09:05:00Z'),
          isOver: true,
          outcome: null,
        },
      ],
      hours: [],
      attempts: [],
      remarks: [],
      terms: [],
      reviews: [],
    });
  });

  it.each([
    ['2026-11-23T10:00:00.000+01:00', 'Europe/Berlin', '2026-11-23', 10],
    ['2026-11-23T10:00:00Z', '+00:00', '2026-11-23', 10],
    ['2026-11-24T03:30:00.000+05:30', '+05:30', '2026-11-23', 3],
    ['2026-07-01T10:00:00.000+02:00', 'Europe/Berlin', '2026-07-01', 10],
    ['2026-07-01T10:00:00.000+01:00', '+01:00', '2026-07-01', 10],
  ])('a visit at %s is in the zone %s, on %s at %i', (start, zone, day, hour) => {
    const end = start.replace(':00', ':01');
    const settings = { ...DEFAULT_SETTINGS, dayStart: 4 };
    const [read] = historyOf(fileWith({ settings, visits: [visit(start, end)] })).visits;
    expect(read).toMatchObject({ zone, day, hour });
  });

  it('has a visit in one piece cut where ours are', () => {
    const visits = [visit('2026-11-23T23:50:00+01:00', '2026-11-24T01:10:00+01:00')];
    const pieces = historyOf(fileWith({ visits, days: [] })).visits;
    expect(pieces.map(({ day, hour, start, end }) => [day, hour, (end - start) / 60_000])).toEqual([
      ['2026-11-23', 23, 10],
      ['2026-11-24', 0, 60],
      ['2026-11-24', 1, 10],
    ]);
    expect(pieces.map(({ check }) => check)).toEqual([true, false, false]);
  });

  it('has a check where a minute has passed since the last attention to the category', () => {
    const visits = [
      visit('2026-11-23T10:00:00+01:00', '2026-11-23T10:01:00+01:00'),
      visit('2026-11-23T10:01:59+01:00', '2026-11-23T10:02:00+01:00', { site: 'reddit.com' }),
      visit('2026-11-23T10:02:10+01:00', '2026-11-23T10:02:20+01:00', {
        site: 'mail.google.com',
        category: 'Email',
      }),
      visit('2026-11-23T10:03:00+01:00', '2026-11-23T10:04:00+01:00'),
    ];
    const checks = historyOf(fileWith({ visits, days: [] })).visits.map(({ check }) => check);
    expect(checks).toEqual([true, false, true, true]);
  });

  it('has no more checks than it counts itself', () => {
    const visits = ['10', '11', '12'].map(hour =>
      visit(`2026-11-23T${hour}:00:00+01:00`, `2026-11-23T${hour}:01:00+01:00`),
    );
    const checks = historyOf(fileWith({ visits, days: [dayRow({ checks: 2 })] })).visits;
    expect(checks.map(({ check }) => check)).toEqual([true, true, false]);
  });

  it('tells visits of equal start and site apart by their order', () => {
    const visits = ['10:05', '10:04'].map(end =>
      visit('2026-11-23T10:00:00+01:00', `2026-11-23T${end}:00+01:00`),
    );
    expect(historyOf(fileWith({ visits })).visits.map(({ clock }) => clock)).toEqual([0, 1]);
  });

  it('names a category that is gone by its id', () => {
    const file = fileWith({ days: [dayRow({ category: 'my-scores' })] });
    expect(historyOf(file).totals[0]?.category).toBe('my-scores');
  });
});

describe('a file that is not ours', () => {
  it.each([null, 7, 'big-rock', [], {}, { version: 1 }, { format: 'other', version: 1 }])('%j', file => {
    expect(readImport(file)).toEqual({ refused: { because: 'not-ours' } });
  });

  it('or of a later version is told apart', () => {
    const later = { ...fileWith(), version: 2, visits: 'in another form' };
    expect(readImport(later)).toEqual({ refused: { because: 'later-version' } });
  });
});

describe('what is wrong is named with its place', () => {
  it.each([
    ['version', '1', 'wrong-kind'],
    ['version', undefined, 'missing'],
    ['exportedAt', 'today', 'not-an-instant'],
    ['timeZone', 'Europe/Atlantis', 'not-a-zone'],
    ['settings', null, 'wrong-kind'],
    ['settings', undefined, 'missing'],
    ['settings.theme', 'dark', 'not-known'],
    ['settings.question', undefined, 'missing'],
    ['settings.question', '', 'out-of-bounds'],
    ['settings.dayStart', 7, 'out-of-bounds'],
    ['settings.idleSeconds', 3, 'out-of-bounds'],
    ['settings.categories', [], 'out-of-bounds'],
    ['settings.categories[1].policy', 'block never', 'wrong-kind'],
    ['settings.categories[1].id', 'No Id', 'out-of-bounds'],
    ['settings.sites[2].pattern', 'https://www.x.com/', 'not-a-pattern'],
    ['settings.sites[2].pattern', '*', 'not-a-pattern'],
    ['settings.sites[2].category', 'none', 'no-such-category'],
    ['settings.workHours.week', [], 'out-of-bounds'],
    ['settings.workHours.week[0][0]', [600, 540], 'ends-before-it-starts'],
    ['rocks', {}, 'wrong-kind'],
    ['rocks[0]', null, 'wrong-kind'],
    ['rocks[0].id', '', 'out-of-bounds'],
    ['rocks[0].title', '  ', 'out-of-bounds'],
    ['rocks[0].title', 'x'.repeat(201), 'out-of-bounds'],
    ['rocks[0].why', 'x'.repeat(1001), 'out-of-bounds'],
    ['rocks[0].day', '2026-02-30', 'not-a-day'],
    ['rocks[0].status', 'lost', 'wrong-kind'],
    ['rocks[0].pinnedAt', '2026-11-23T10:00:00Z', 'wrong-kind'],
    ['rocks[0].pinnedAt', 1e300, 'out-of-bounds'],
    ['rocks[0].doneAt', 1_790_000_000_000, 'against-its-status'],
    ['rocks[0].blocks', 1, 'wrong-kind'],
    ['rocks[0].colour', 'red', 'not-known'],
    ['visits', undefined, 'missing'],
    ['visits[0]', 'x.com', 'wrong-kind'],
    ['visits[0].start', '2026-11-23T10:00:00', 'not-an-instant'],
    ['visits[0].start', '2026-02-30T10:00:00+01:00', 'not-an-instant'],
    ['visits[0].start', 1_790_000_000_000, 'wrong-kind'],
    ['visits[0].start', '1026-11-23T10:00:00+01:00', 'not-an-instant'],
    ['visits[0].end', undefined, 'missing'],
    ['visits[0].end', 'soon', 'not-an-instant'],
    ['visits[0].end', '2026-11-23T10:00:00.000+01:00', 'ends-before-it-starts'],
    ['visits[0].end', '2026-11-23T09:59:59.000+01:00', 'ends-before-it-starts'],
    ['visits[0].end', '2026-11-24T10:00:01.000+01:00', 'longer-than-a-day'],
    ['visits[0].site', 'X.com', 'not-a-pattern'],
    ['visits[0].category', 'No such one', 'no-such-category'],
    ['visits[0].category', 7, 'wrong-kind'],
    ['visits[0].pass', 7, 'wrong-kind'],
    ['visits[0].mood', 'good', 'not-known'],
    ['passes', {}, 'wrong-kind'],
    ['passes[0].id', undefined, 'missing'],
    ['passes[0].end', '2026-11-23T09:00:00.000+01:00', 'ends-before-it-starts'],
    ['passes[0].site', 'X.com', 'not-a-pattern'],
    ['passes[0].category', 'No such one', 'no-such-category'],
    ['passes[0].minutes', 7, 'wrong-kind'],
    ['passes[0].outcome', 'perhaps', 'wrong-kind'],
    ['days[0].day', '23.11.2026', 'not-a-day'],
    ['days[0].day', '9999-12-31', 'out-of-bounds'],
    ['days[0].site', '', 'not-a-pattern'],
    ['days[0].category', 'No such one', 'no-such-category'],
    ['days[0].seconds', -1, 'out-of-bounds'],
    ['days[0].seconds', null, 'wrong-kind'],
    ['days[0].seconds', Number.NaN, 'wrong-kind'],
    ['days[0].seconds', Number.POSITIVE_INFINITY, 'out-of-bounds'],
    ['days[0].checks', 1.5, 'out-of-bounds'],
    ['days[0].attempts', -1, 'out-of-bounds'],
    ['days[0].attempts', '3', 'wrong-kind'],
    ['days[0].passSeconds', undefined, 'missing'],
  ])('%s: %j', (path, value, reason) => {
    const refused = { because: 'wrong', faults: [{ path, reason }] };
    expect(readImport(withValue(path, value))).toEqual({ refused });
  });

  it.each([
    ['rocks', 'rocks[1]'],
    ['days', 'days[1]'],
  ] as const)('two of the same in %s', (list, path) => {
    const file = fileWith();
    const doubled = { ...file, [list]: [...file[list], ...file[list]] };
    expect(readImport(doubled)).toEqual({
      refused: { because: 'wrong', faults: [{ path, reason: 'there-twice' }] },
    });
  });

  it.each(['categories', 'sites'] as const)('two of the same in settings.%s', list => {
    const [one] = DEFAULT_SETTINGS[list];
    const settings = { ...DEFAULT_SETTINGS, [list]: [...DEFAULT_SETTINGS[list], one] };
    const path = `settings.${list}[${DEFAULT_SETTINGS[list].length}]`;
    expect(readImport(fileWith({ settings }))).toEqual({
      refused: { because: 'wrong', faults: [{ path, reason: 'there-twice' }] },
    });
  });

  it('no more than five of them, in the order of the file', () => {
    const wrong = { ...visit('no', 'no'), site: '' };
    const file = { ...fileWith(), visits: Array.from({ length: 100_000 }, () => wrong) };
    const reading = readImport(file);
    const faults = 'refused' in reading && reading.refused.because === 'wrong' ? reading.refused.faults : [];
    expect(faults.map(({ path }) => path)).toEqual([
      'visits[0].start',
      'visits[0].end',
      'visits[0].site',
      'visits[1].start',
      'visits[1].end',
    ]);
  });
});
