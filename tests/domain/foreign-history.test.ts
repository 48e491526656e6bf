import { expect, it } from 'vitest';
import type { ForeignDay } from '../../src/domain/foreign-file';
import { historyFile } from '../../src/domain/foreign-history';
import { readImport } from '../../src/domain/import-file';
import type { Pattern } from '../../src/domain/pattern';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { at, day } from '../fixtures/moment';

const row = (on: string, host: string, seconds: number): ForeignDay => ({
  day: day(on),
  pattern: host as Pattern,
  seconds,
  checks: 7,
});

const NOW = at('2026-11-23T10:00');

it('takes over days of listed sites before the first that was measured here', () => {
  const days = [
    row('2026-11-02', 'www.facebook.com', 600),
    row('2026-11-02', 'm.facebook.com', 60),
    row('2026-11-02', 'github.com', 9000),
    row('2026-11-03', 'reddit.com', 0),
    row('2026-11-20', 'reddit.com', 300),
  ];
  const file = historyFile(days, DEFAULT_SETTINGS, day('2026-11-20'), NOW);
  expect(file.days).toEqual([
    {
      day: '2026-11-02',
      site: 'facebook.com',
      category: 'Social',
      seconds: 660,
      checks: 0,
      attempts: 0,
      passSeconds: 0,
    },
  ]);
  expect(readImport(JSON.parse(JSON.stringify(file)))).toHaveProperty('history');
});

it('never says more than a day has', () => {
  const days = ['a', 'b'].map(host => row('2026-11-02', `${host}.facebook.com`, 50_000));
  expect(historyFile(days, DEFAULT_SETTINGS, null, NOW).days.map(({ seconds }) => seconds)).toEqual([86_400]);
});
