import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pattern } from '../../src/domain/pattern';
import { blockerOf } from '../../src/domain/projection';
import { DEFAULT_SETTINGS, EMAIL, type Settings, SOCIAL } from '../../src/domain/settings';
import { isSameSettings, stricterOf } from '../../src/domain/stricter';
import { type Instant, instant, MINUTE } from '../../src/domain/time';
import { at } from '../fixtures/moment';
import { runs } from '../fixtures/runs';
import { ADDRESSES, anySettings } from '../fixtures/settings';
import { openRock, stateWith } from '../fixtures/state';

const situation = fc.record({
  status: fc.constantFrom('open', 'done', 'put aside', 'yesterday') as fc.Arbitrary<
    'open' | 'done' | 'put aside' | 'yesterday'
  >,
  minutes: fc.integer({ min: 0, max: 2 * 24 * 60 }),
  spent: fc.constantFrom(0, 10 * MINUTE, 100 * MINUTE),
});

const START: Instant = at('2026-11-23T00:00').at;

describe('the stricter of two settings', () => {
  it('block, at any time, whatever either of them blocks', () => {
    fc.assert(
      fc.property(anySettings, anySettings, situation, (before, after, { status, minutes, spent }) => {
        const strict = stricterOf(before, after);
        const moment = { at: instant(START + minutes * MINUTE), zone: at('2026-11-23T00:00').zone };
        const day = status === 'yesterday' ? '2026-11-20' : minutes < 24 * 60 ? '2026-11-23' : '2026-11-24';
        const rock = openRock({
          day: day as never,
          status: status === 'yesterday' ? 'open' : status,
        });
        const blocks = (settings: Settings, address: string) =>
          blockerOf(
            stateWith({
              settings,
              rock,
              spent: { day: day as never, byCategory: { [SOCIAL]: spent, [EMAIL]: spent } },
            }),
            moment,
          )(address, 1);
        for (const address of ADDRESSES) {
          if (blocks(before, address)) expect([address, blocks(strict, address)]).toEqual([address, true]);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('are what was asked for, where that loosens nothing', () => {
    fc.assert(fc.property(anySettings, settings => isSameSettings(stricterOf(settings, settings), settings)));
  });

  const social = DEFAULT_SETTINGS.categories[0];
  const withSocial = (terms: object): Settings => ({
    ...DEFAULT_SETTINGS,
    categories: DEFAULT_SETTINGS.categories.map(each => (each === social ? { ...each, ...terms } : each)),
  });
  const limited = withSocial({ policy: 'limit per day', limitMinutes: 30 });
  const windowed = withSocial({ policy: 'only in windows', windows: [[540, 600]] });
  const site = (pattern: string, category = SOCIAL) => ({ pattern: pattern as Pattern, category });
  const withSites = (...sites: Settings['sites'][number][]): Settings => ({ ...DEFAULT_SETTINGS, sites });

  it.each<[string, Settings, Settings]>([
    ['a softer policy', DEFAULT_SETTINGS, withSocial({ policy: 'only track' })],
    ['a limit in place of blocking', DEFAULT_SETTINGS, limited],
    ['a larger limit', limited, withSocial({ policy: 'limit per day', limitMinutes: 31 })],
    ['a wider window', windowed, withSocial({ policy: 'only in windows', windows: [[540, 601]] })],
    [
      'windows that end with the rock',
      withSocial({ ...windowed.categories[0], endsWhenDone: false }),
      windowed,
    ],
    ['frames let in again', withSocial({ insidePages: true }), DEFAULT_SETTINGS],
    ['a site less', withSites(site('x.com')), withSites()],
    ['a site moved to a softer category', withSites(site('x.com')), withSites(site('x.com', EMAIL))],
    ['an exception', withSites(site('x.com')), withSites(site('x.com'), site('+x.com/in'))],
    [
      'part of a site in a softer category',
      withSites(site('x.com')),
      withSites(site('x.com'), site('x.com/in', EMAIL)),
    ],
    [
      'shorter hours',
      { ...DEFAULT_SETTINGS, workHours: { always: true, week: DEFAULT_SETTINGS.workHours.week } },
      DEFAULT_SETTINGS,
    ],
    ['a day off', DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, daysOff: ['2026-11-24' as never] }],
    ['more passes', DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, passesPerDay: 7 }],
    ['strict mode off', { ...DEFAULT_SETTINGS, isStrict: true }, DEFAULT_SETTINGS],
    ['watching first', DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, watchFrom: '2026-11-23' as never }],
  ])('leave out %s, and take it the other way round', (_name, strict, loose) => {
    expect(isSameSettings(stricterOf(strict, loose), strict)).toBe(true);
    expect(isSameSettings(stricterOf(loose, strict), strict)).toBe(true);
  });

  it('leave a site in its category where the other has a limit of its own to use up', () => {
    const categories = DEFAULT_SETTINGS.categories.map(each => ({
      ...each,
      policy: 'limit per day' as const,
    }));
    const listed = { ...DEFAULT_SETTINGS, categories, sites: [site('x.com')] };
    expect(stricterOf(listed, { ...listed, sites: [site('x.com', EMAIL)] })).toEqual(listed);
    expect(stricterOf(listed, { ...listed, sites: [site('x.com'), site('x.com/in', EMAIL)] })).toEqual(
      listed,
    );
  });

  it('leave the start of the day as it was, for nobody can tell whether another is stricter', () => {
    const later = { ...DEFAULT_SETTINGS, dayStart: 4 };
    expect(stricterOf(DEFAULT_SETTINGS, later)).toEqual(DEFAULT_SETTINGS);
    expect(stricterOf(later, DEFAULT_SETTINGS)).toEqual(later);
  });

  it('take at once what neither loosens nor tightens', () => {
    const asked = {
      ...DEFAULT_SETTINGS,
      question: 'Does this sell?',
      betterThings: ['Call Dana'],
      keepMonths: 3,
    };
    expect(stricterOf(DEFAULT_SETTINGS, asked)).toEqual(asked);
    expect(stricterOf(DEFAULT_SETTINGS, withSocial({ nudgeMinutes: null }))).toEqual(
      withSocial({ nudgeMinutes: null }),
    );
  });
});
