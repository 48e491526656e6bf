import { describe, expect, it } from 'vitest';
import { blockRules } from '../../src/domain/block-rules';
import type { Pattern } from '../../src/domain/pattern';
import { CHROMIUM_LIMITS } from '../../src/domain/rule-limits';
import { DEFAULT_SETTINGS, SCOREBOARDS, type Settings, SOCIAL } from '../../src/domain/settings';
import { entryFor, placeOf, siteFor, siteListOf } from '../../src/domain/site-list';

const listOf = (...patterns: string[]) =>
  siteListOf(patterns.map(pattern => ({ pattern: pattern as Pattern, category: SOCIAL })));

describe('siteFor', () => {
  it.each([
    ['https://facebook.com/', 'facebook.com', 'facebook.com'],
    ['http://m.facebook.com:8080/x?y#z', 'facebook.com', 'facebook.com'],
    ['https://www.facebook.com./', 'facebook.com', 'facebook.com'],
    ['https://user@WWW.Facebook.com/', 'facebook.com', 'facebook.com'],
    ['https://notfacebook.com/', 'facebook.com', null],
    ['https://facebook.com.evil.example/', 'facebook.com', null],
    ['https://evil.example/?u=facebook.com', 'facebook.com', null],
    ['https://linkedin.com/feed', 'linkedin.com/feed', 'linkedin.com/feed'],
    ['https://linkedin.com/feed/', 'linkedin.com/feed', 'linkedin.com/feed'],
    ['https://linkedin.com/feed?x', 'linkedin.com/feed', 'linkedin.com/feed'],
    ['https://linkedin.com/Feed/1', 'linkedin.com/feed', 'linkedin.com/feed'],
    ['https://linkedin.com/feedback', 'linkedin.com/feed', null],
    // A star stands for characters of the path, and the query is not of it.
    ['https://x.com/a/b', 'x.com/a*b', 'x.com/a*b'],
    ['https://x.com/a?b', 'x.com/a*b', null],
    ['https://x.com/a?b/c', 'x.com/a*c', null],
    ['https://x.com/ab?c', 'x.com/a*b', 'x.com/a*b'],
    [
      'https://acme.lightning.force.com/lightning/r/Dashboard/01Z/view',
      '*.lightning.force.com/lightning/r/Dashboard*',
      '*.lightning.force.com/lightning/r/Dashboard*',
    ],
    [
      'https://acme.lightning.force.com/lightning/r/DashboardFolder',
      '*.lightning.force.com/lightning/r/Dashboard*',
      '*.lightning.force.com/lightning/r/Dashboard*',
    ],
    [
      'https://acme.lightning.force.com/lightning/r/Account/1',
      '*.lightning.force.com/lightning/r/Dashboard*',
      null,
    ],
    [
      'https://lightning.force.com/lightning/r/Dashboard',
      '*.lightning.force.com/lightning/r/Dashboard*',
      null,
    ],
    ['chrome-extension://abc/facebook.com', 'facebook.com', null],
    ['javascript:location="https://facebook.com"', 'facebook.com', null],
    ['not an address', 'facebook.com', null],
  ])('%s under %s', (address, pattern, site) => {
    expect(siteFor(listOf(pattern), address)?.site ?? null).toBe(site);
  });

  it.each([
    [
      'https://linkedin.com/messaging/thread/1',
      ['linkedin.com', '+linkedin.com/messaging'],
      '+linkedin.com/messaging',
    ],
    ['https://linkedin.com/messagingx', ['linkedin.com', '+linkedin.com/messaging'], 'linkedin.com'],
    ['https://mail.google.com/mail', ['google.com/mail', 'mail.google.com'], 'mail.google.com'],
    ['https://x.com/a/b', ['x.com/a', '+x.com', 'x.com/a/b'], 'x.com/a/b'],
    ['https://x.com/', ['x.com', '+x.com'], '+x.com'],
    ['https://a.x.com/', ['*.x.com', 'a.x.com'], 'a.x.com'],
    // The same pattern twice, for capitals make no difference: it must be the same one in matcher and rules.
    ['https://x.com/feed', ['x.com/feed', 'x.com/Feed'], 'x.com/feed'],
  ])('the most specific decides: %s', (address, patterns, decided) => {
    expect(entryFor(listOf(...patterns), address)?.pattern).toBe(decided);
    expect(entryFor(listOf(...patterns.toReversed()), address)?.pattern).toBe(decided);
  });
});

const rulesOf = (settings: Settings) =>
  blockRules(
    { settings, categories: new Set([SOCIAL, SCOREBOARDS]), open: new Set(), passes: [] },
    CHROMIUM_LIMITS.room,
  );

describe('where an address could be put on the list', () => {
  it.each([
    ['https://www.News.example/', { host: 'news.example', path: null }],
    [
      'http://news.example:8080/sport/today/?a=1#b',
      { host: 'news.example', path: 'news.example/sport/today' },
    ],
    ['chrome://settings', null],
    ['about:blank', null],
    ['', null],
  ])('%s', (address, place) => {
    expect(placeOf(address)).toEqual(place);
  });
});

describe('blockRules', () => {
  it('put every preset into a handful of rules', () => {
    expect(rulesOf(DEFAULT_SETTINGS).length).toBeLessThan(8);
  });

  it('are none when nothing listed is blocked', () => {
    expect(rulesOf({ ...DEFAULT_SETTINGS, sites: [] })).toEqual([]);
  });
});
