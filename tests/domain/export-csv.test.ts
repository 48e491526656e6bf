import { parse } from 'papaparse';
import { expect, it } from 'vitest';
import { exportOf } from '../../src/domain/export';
import { csvOf } from '../../src/domain/export-csv';
import type { Pattern } from '../../src/domain/pattern';
import { NO_RECORDS } from '../../src/domain/records';
import { DEFAULT_SETTINGS, SOCIAL } from '../../src/domain/settings';
import { at, day } from '../fixtures/moment';
import { stateWith } from '../fixtures/state';

it('days are lines of RFC 4180, whatever a category is called', () => {
  const name = 'Social, "feeds"\nand more';
  const categories = DEFAULT_SETTINGS.categories.map(each => (each.id === SOCIAL ? { ...each, name } : each));
  const row = { day: day('2026-11-23'), category: SOCIAL, checks: 2, attempts: 3, passTime: 1000 };
  const all = exportOf({
    ...NO_RECORDS,
    ...at('2026-11-23T18:00'),
    state: stateWith({ settings: { ...DEFAULT_SETTINGS, categories } }),
    totals: [
      { ...row, site: 'x.com' as Pattern, time: 90_500 },
      { ...row, site: 'münchen.example/a' as Pattern, time: 0 },
    ],
    hours: [],
  });
  const csv = csvOf(all);
  expect(csv.split('\r\n')[0]).toBe('day,site,category,seconds,checks,attempts,passSeconds');
  expect(csv).toContain('"Social, ""feeds""\nand more"');
  expect(csv.endsWith('\r\n')).toBe(true);
  const { data } = parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  expect(data).toEqual(
    all.days.map(row => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, String(v)]))),
  );
});

it('without any days there are the names of columns alone', () => {
  const nothing = { ...NO_RECORDS, ...at('2026-11-23T18:00'), state: stateWith({}), totals: [], hours: [] };
  expect(csvOf(exportOf(nothing))).toBe('day,site,category,seconds,checks,attempts,passSeconds\r\n');
});
