import { describe, expect, it } from 'vitest';
import type { Blocking, BlockRule } from '../../src/domain/block-rules';
import type { HeldPass } from '../../src/domain/pass';
import type { Pattern } from '../../src/domain/pattern';
import { blockingAt } from '../../src/domain/projection';
import { CHROMIUM_LIMITS, FIREFOX_LIMITS, rulesWithin } from '../../src/domain/rule-limits';
import { DEFAULT_SETTINGS, SCOREBOARDS, SOCIAL } from '../../src/domain/settings';
import type { State } from '../../src/domain/state';
import type { DayKey, Moment } from '../../src/domain/time';
import { at } from '../fixtures/moment';
import { openRock, stateWith } from '../fixtures/state';

const blocking = (patterns: readonly string[], over: Partial<Blocking> = {}): Blocking => ({
  settings: {
    sites: patterns.map(pattern => ({ pattern: pattern as Pattern, category: SOCIAL })),
    categories: DEFAULT_SETTINGS.categories,
  },
  categories: new Set([SOCIAL]),
  open: new Set(),
  passes: [],
  ...over,
});

const many = <T>(count: number, spell: (i: number) => T) => Array.from({ length: count }, (_, i) => spell(i));

const MORNING = at('2026-11-23T10:00');
const EVENING = at('2026-11-23T20:00');

const rulesAt = (moment: Moment, over: Partial<State> = {}) =>
  rulesWithin(blockingAt(stateWith({ rock: openRock(), ...over }), moment), CHROMIUM_LIMITS);

const withinChromium = (...patterns: string[]) => rulesWithin(blocking(patterns), CHROMIUM_LIMITS);

describe('rules', () => {
  it.each([
    ['hosts', many(5000, i => `site${i}.example`), 1, 0],
    ['hosts and their subdomains', many(5000, i => `${i % 2 ? 'm.' : ''}site${i >> 1}.example`), 2, 0],
    ['hosts, one in ten with a path', many(5000, i => `site${i}.example${i % 10 ? '' : `/p${i}`}`), 130, 0],
    ['hosts that share a path', many(5000, i => `site${i}.example/feed`), 1, 0],
    ['paths of one host', many(5000, i => `site.example/p${i}`), 420, 0],
    // More than Chromium has room for. The rest is told, and found by the sweep.
    ['hosts with a path of their own', many(5000, i => `site${i}.example/p${i}`), 1000, 1000],
    ['subdomains of hosts', many(5000, i => `*.site${i}.example`), 1000, 1700],
    ['subdomains with wildcards in the path', many(5000, i => `*.site${i}.example/r/p${i}*`), 1000, 3000],
  ])('of 5,000 %s are few', { timeout: 30_000 }, (_name, patterns, most, out) => {
    for (const limits of [CHROMIUM_LIMITS, FIREFOX_LIMITS]) {
      const { lasting, leftOut } = rulesWithin(blocking(patterns), limits);
      expect(lasting.length).toBeLessThanOrEqual(most);
      expect(leftOut.length).toBeLessThanOrEqual(limits === CHROMIUM_LIMITS ? out : 0);
      expect(new Set([...lasting.flatMap(rule => rule.patterns), ...leftOut]).size).toBe(5000);
    }
  });

  it.each([
    ['10.0.0.1/a', '10.0.0.12/b'],
    ['x.com/a', 'm.x.com/b'],
    ['*.x.com/a', 'x.com/b'],
  ])(
    'do not take %s and %s for one another: hosts that cannot be told by their end stand apart',
    (...both) => {
      expect(withinChromium(...both).lasting.map(({ hosts }) => hosts.length)).toEqual([1, 1]);
    },
  );

  it('leave out what is too long for any, and say so', () => {
    const long = `x.com/${'long/'.repeat(30)}end`;
    const { lasting, leftOut } = withinChromium('x.com/short', long);
    expect(leftOut).toEqual([long]);
    expect(lasting).toHaveLength(1);
    expect(rulesWithin(blocking([long]), FIREFOX_LIMITS).leftOut).toEqual([]);
  });

  it('block nothing where an exception cannot be one, and say so', () => {
    const exception = `+m.x.com/${'long/'.repeat(30)}end`;
    const { lasting, leftOut } = withinChromium('x.com', 'm.x.com/feed', 'y.com', exception);
    expect(leftOut).toEqual([exception, 'm.x.com/feed']);
    for (const rule of lasting) expect(rule.exceptHosts).toEqual(['m.x.com']);
  });

  it('leave out those that stand for the fewest patterns where there are too many', () => {
    const patterns = many(30, i => `site${i}.example/p${i}`);
    const { lasting, leftOut } = rulesWithin(blocking([...patterns, 'x.com']), {
      room: 110,
      rules: 2,
    });
    expect(lasting).toHaveLength(2);
    expect(leftOut.length + lasting.flatMap(rule => rule.patterns).length).toBe(31);
    const fewest = Math.min(...lasting.map(rule => rule.patterns.length));
    expect(fewest).toBeGreaterThan(1);
  });

  it('let a pass open its own site, and not what is blocked within it', () => {
    const passes = [{ site: 'x.com' as Pattern, tabId: 7 } as HeldPass];
    const { lasting, ofSession } = rulesWithin(
      blocking(['x.com', 'm.x.com', 'y.com'], { passes }),
      CHROMIUM_LIMITS,
    );
    const priorityOf = (pattern: string) =>
      lasting.find(rule => rule.patterns.includes(pattern as Pattern))?.priority ?? 0;
    const [pass] = ofSession;
    expect(pass).toMatchObject({ action: 'allow', hosts: ['x.com'], tabId: 7 });
    expect(pass?.priority).toBeGreaterThan(priorityOf('x.com'));
    expect(pass?.priority).toBeLessThan(priorityOf('m.x.com'));
  });

  it('let the more specific pattern decide also inside other pages', () => {
    const categories = DEFAULT_SETTINGS.categories.map(each => ({
      ...each,
      insidePages: each.id === SOCIAL,
    }));
    const sites = [
      { pattern: 'x.com' as Pattern, category: SOCIAL },
      { pattern: 'x.com/scores' as Pattern, category: SCOREBOARDS },
    ];
    const { lasting } = rulesWithin(
      blocking([], { settings: { sites, categories }, categories: new Set([SOCIAL, SCOREBOARDS]) }),
      CHROMIUM_LIMITS,
    );
    const verdicts = lasting.map(({ action, where, patterns }) => `${action} ${where} ${patterns}`);
    expect(verdicts.sort()).toEqual([
      'allow frames x.com/scores',
      'block both x.com',
      'block tabs x.com/scores',
    ]);
  });

  it('open until the browser is closed what is open now, and block it when that starts again', () => {
    const isLasting = ({ lasts }: BlockRule) => lasts;
    const { lasting, ofSession, leftOut } = rulesAt(EVENING);
    expect(lasting.some(({ hosts }) => hosts.includes('facebook.com'))).toBe(true);
    expect(lasting.every(isLasting)).toBe(true);
    expect(ofSession.map(({ action, hosts, where }) => [action, hosts, where])).toEqual([
      ['allow', [], 'both'],
    ]);
    expect(leftOut).toEqual([]);
    expect(rulesAt(MORNING)).toEqual({ lasting, ofSession: [], leftOut: [] });
  });

  it.each([
    ['nothing was ever pinned', { rock: null }],
    [
      'there are no work hours',
      { settings: { ...DEFAULT_SETTINGS, workHours: { always: false, week: [] } } },
    ],
    [
      'the first days are only measured',
      { settings: { ...DEFAULT_SETTINGS, watchFrom: '2026-11-23' as DayKey } },
    ],
    [
      'all is only tracked',
      {
        settings: {
          ...DEFAULT_SETTINGS,
          categories: DEFAULT_SETTINGS.categories.map(each => ({ ...each, policy: 'only track' as const })),
        },
      },
    ],
  ])('are none where %s', (_name, over) => {
    const none = { lasting: [], ofSession: [], leftOut: [] };
    expect(rulesAt(MORNING, over)).toEqual(none);
    expect(rulesAt(EVENING, over)).toEqual(none);
  });

  it('last in spite of a pattern that is too long for any, which they leave out at any hour', () => {
    const long = `bi.example/${'long/'.repeat(30)}end` as Pattern;
    const sites = [...DEFAULT_SETTINGS.sites, { pattern: long, category: SCOREBOARDS }];
    const over = { settings: { ...DEFAULT_SETTINGS, sites } };
    for (const moment of [MORNING, EVENING]) {
      const { lasting, leftOut } = rulesAt(moment, over);
      expect(lasting.some(({ hosts }) => hosts.includes('facebook.com'))).toBe(true);
      expect(leftOut).toEqual([long]);
    }
  });

  it('of a pass for what is too long leave the rest of its host blocked', () => {
    const long = `x.com/${'long/'.repeat(30)}end` as Pattern;
    const passes = [{ site: long, tabId: 7 } as HeldPass];
    const { lasting, leftOut } = rulesWithin(blocking(['x.com/feed', long], { passes }), CHROMIUM_LIMITS);
    expect(leftOut).toEqual([long]);
    expect(lasting.map(({ patterns, exceptHosts }) => [patterns, exceptHosts])).toEqual([
      [['x.com/feed'], []],
    ]);
  });

  it('leave frames of what is open now alone, for their card would stay', () => {
    const categories = DEFAULT_SETTINGS.categories.map(each => ({ ...each, insidePages: true }));
    const settings = { ...DEFAULT_SETTINGS, categories };
    expect(rulesAt(MORNING, { settings }).lasting.some(({ where }) => where !== 'tabs')).toBe(true);
    const lasting = rulesAt(EVENING, { settings }).lasting.filter(({ action }) => action === 'block');
    expect(lasting.map(({ where }) => where)).toEqual(lasting.map(() => 'tabs'));
  });

  it('say nothing of what is open now where there is no room for that as well', () => {
    const sites = [
      ...many(6, i => ({ pattern: `site${i}.example/p${i}` as Pattern, category: SOCIAL })),
      ...many(6, i => ({ pattern: `site${i}.example/p${i}/q` as Pattern, category: SCOREBOARDS })),
    ];
    const both = blocking([], {
      settings: { sites, categories: DEFAULT_SETTINGS.categories },
      categories: new Set([SOCIAL, SCOREBOARDS]),
      open: new Set([SCOREBOARDS]),
    });
    const { length } = [
      ...rulesWithin(both, CHROMIUM_LIMITS).lasting,
      ...rulesWithin(both, CHROMIUM_LIMITS).ofSession,
    ];
    const tight = rulesWithin(both, { ...CHROMIUM_LIMITS, rules: length - 1 });
    expect(tight.ofSession).toEqual([]);
    expect(tight.leftOut).toEqual([]);
    expect(tight.lasting).toEqual(
      rulesWithin({ ...both, categories: new Set([SOCIAL]), open: new Set() }, CHROMIUM_LIMITS).lasting,
    );
  });
});
