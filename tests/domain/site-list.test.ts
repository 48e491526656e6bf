import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockRules } from '../../src/domain/block-rules';
import type { Pattern } from '../../src/domain/pattern';
import { blockerOf } from '../../src/domain/projection';
import { DEFAULT_SETTINGS, EMAIL, SCOREBOARDS, type Settings, SOCIAL } from '../../src/domain/settings';
import { entryFor, siteFor, siteListOf } from '../../src/domain/site-list';
import { at } from '../fixtures/moment';
import { openRock, stateWith } from '../fixtures/state';

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
  ])('the most specific decides: %s', (address, patterns, decided) => {
    expect(entryFor(listOf(...patterns), address)?.pattern).toBe(decided);
    expect(entryFor(listOf(...patterns.toReversed()), address)?.pattern).toBe(decided);
  });
});

const rulesOf = (settings: Settings) =>
  blockRules({ settings, categories: new Set([SOCIAL, SCOREBOARDS]), passes: [] });

/** What the browser does with the rules, by its documentation: highest priority first, allow before redirect. */
function browserBlocks(settings: Settings, address: string): boolean {
  const url = new URL(address);
  const host = url.hostname.replace(/\.$/, '');
  const matching = rulesOf(settings).filter(
    rule =>
      rule.hosts.some(own => host === own || host.endsWith(`.${own}`)) &&
      new RegExp(rule.expression, 'i').test(url.href),
  );
  const top = Math.max(...matching.map(rule => rule.priority));
  const deciding = matching.filter(rule => rule.priority === top);
  return deciding.length > 0 && deciding.every(rule => rule.action === 'block');
}

describe('blockRules', () => {
  it('say to the browser what the matcher says, for any list and address', () => {
    const label = fc.constantFrom('a', 'b', 'ab');
    const host = fc.array(label, { minLength: 1, maxLength: 2 }).map(labels => [...labels, 'com'].join('.'));
    const wildHost = fc.constantFrom('*.a.com', 'a*.b.com', '*b.b.com', '*.b.a.com', 'a.*.b.com');
    const path = fc.constantFrom('', '/a', '/a/b', '/a*', '/*a', '/*/b', '/ab');
    const pattern = fc
      .tuple(fc.constantFrom('', '+'), fc.oneof({ weight: 4, arbitrary: host }, wildHost), path)
      .map(([sign, name, below]) => `${sign}${name}${below}` as Pattern);
    const site = fc.record({ pattern, category: fc.constantFrom(SOCIAL, EMAIL) });
    const sites = fc.uniqueArray(site, { maxLength: 8, selector: each => each.pattern });
    const address = fc
      .tuple(
        fc.constantFrom('http', 'https'),
        fc.constantFrom('', 'c.', 'a.'),
        host,
        fc.constantFrom('', ':8080'),
        fc.constantFrom('/', '/a', '/A/b', '/ab', '/a?q', '/x/b', '/a/b/c#f', '/x#/b', '/x?y/b#z'),
      )
      .map(([scheme, sub, name, port, rest]) => `${scheme}://${sub}${name}${port}${rest}`);
    fc.assert(
      fc.property(sites, address, (listed, where) => {
        const settings = { ...DEFAULT_SETTINGS, sites: listed };
        const isBlocked = blockerOf(stateWith({ settings, rock: openRock() }), at('2026-11-23T10:00'));
        expect(browserBlocks(settings, where)).toBe(isBlocked(where, null));
      }),
      { numRuns: 5000 },
    );
  });

  it('put every preset into a handful of rules', () => {
    expect(rulesOf(DEFAULT_SETTINGS).length).toBeLessThan(20);
  });

  it('are none when nothing listed is blocked', () => {
    expect(rulesOf({ ...DEFAULT_SETTINGS, sites: [] })).toEqual([]);
  });
});
