import { describe, expect, it } from 'vitest';
import { isGranted, originsOf, sitesWithoutAccess } from '../../src/domain/origin';
import { type Pattern, parsePattern } from '../../src/domain/pattern';
import { PRESETS } from '../../src/domain/presets';
import { DEFAULT_SETTINGS, SOCIAL } from '../../src/domain/settings';
import { readSettings } from '../../src/domain/settings-schema';

describe('readSettings', () => {
  it('are the defaults where nothing is stored', () => {
    expect(readSettings(undefined)).toEqual({ settings: DEFAULT_SETTINGS, dropped: [] });
  });

  it('come back as they were stored', () => {
    const stored = { ...DEFAULT_SETTINGS, question: 'Why?', sites: DEFAULT_SETTINGS.sites.slice(3) };
    expect(readSettings(structuredClone(stored)).settings).toEqual(stored);
  });

  it('fall back key by key without losing the rest', () => {
    const stored = { ...DEFAULT_SETTINGS, question: 'Why?', idleSeconds: 3, workHours: 'mornings' };
    const { settings, dropped } = readSettings(stored);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, question: 'Why?' });
    expect(dropped).toEqual(['workHours', 'idleSeconds']);
  });

  it.each([[0], [121], [1.5], ['13']])('do not keep visits for %j months', keepMonths => {
    expect(readSettings({ keepMonths }).dropped).toEqual(['keepMonths']);
  });

  it.each([[1], [120], [null]])('keep visits for %j months', keepMonths => {
    expect(readSettings({ keepMonths }).settings.keepMonths).toBe(keepMonths);
  });

  it('leave out one site that is not understood, and keep the others', () => {
    const [first, ...rest] = DEFAULT_SETTINGS.sites;
    const stored = { ...DEFAULT_SETTINGS, sites: [{ ...first, pattern: 'not a site' }, 7, ...rest] };
    expect(readSettings(stored)).toEqual({ settings: { ...DEFAULT_SETTINGS, sites: rest }, dropped: [] });
  });

  it('keep a site whose category is gone, in the first one', () => {
    const site = { pattern: 'one.example', category: 'gone' };
    expect(readSettings({ ...DEFAULT_SETTINGS, sites: [site] }).settings.sites).toEqual([
      { pattern: 'one.example', category: SOCIAL },
    ]);
  });
});

describe('presets', () => {
  it.each(PRESETS.flatMap(({ patterns }) => patterns))('%s is spelled as the parser would', pattern => {
    expect(parsePattern(pattern)).toMatchObject({ parts: { pattern } });
  });

  it('pass the schema of stored settings', () => {
    expect(readSettings(structuredClone(DEFAULT_SETTINGS)).dropped).toEqual([]);
  });
});

describe('access', () => {
  const site = (pattern: string) => ({ pattern: pattern as Pattern, category: SOCIAL });

  it('is asked for once a host, and not for exceptions', () => {
    const sites = [site('linkedin.com'), site('+linkedin.com/in'), site('linkedin.com/feed'), site('x.com')];
    expect(originsOf(sites)).toEqual(['*://*.linkedin.com/*', '*://*.x.com/*']);
  });

  it.each([
    [['*://*/*'], true],
    [['<all_urls>'], true],
    [['*://*.linkedin.com/*'], true],
    [['*://www.linkedin.com/*'], false],
    [['https://*.linkedin.com/*'], false],
    [['*://*.edin.com/*'], false],
    [[], false],
  ])('with %j linkedin.com is granted: %s', (origins, granted) => {
    expect(isGranted('linkedin.com' as Pattern, origins)).toBe(granted);
  });

  it('is missing for what was not granted', () => {
    expect(sitesWithoutAccess([site('x.com'), site('y.com'), site('+z.com')], ['*://*.x.com/*'])).toEqual([
      'y.com',
    ]);
  });
});
