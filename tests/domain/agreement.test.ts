import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockRule } from '../../src/domain/block-rules';
import type { Pattern } from '../../src/domain/pattern';
import {
  CHROMIUM_LIMITS,
  FIREFOX_LIMITS,
  type RuleLimits,
  type RuleSets,
  rulesWithin,
} from '../../src/domain/rule-limits';
import { type CategoryId, DEFAULT_SETTINGS, SCOREBOARDS, SOCIAL } from '../../src/domain/settings';
import { entryFor, siteListOf } from '../../src/domain/site-list';
import { runs } from '../fixtures/runs';
import { anyAddress, anyList, type Listed } from './pattern-cases';
import { deciding } from './pattern-reading';

/** Social is blocked also inside other pages, scoreboards only in tabs, email not at all. */
const CATEGORIES = DEFAULT_SETTINGS.categories.map(each => ({ ...each, insidePages: each.id === SOCIAL }));
const BLOCKED = new Set([SOCIAL, SCOREBOARDS]);

const sitesOf = (list: readonly Listed[]) =>
  list.map(({ pattern, category }) => ({ pattern: pattern as Pattern, category }));

/** Blocked at some time or other are always the same; so many of them are open now. */
const rulesOf = (list: readonly Listed[], open: readonly CategoryId[], limits: RuleLimits): RuleSets =>
  rulesWithin(
    {
      settings: { sites: sitesOf(list), categories: CATEGORIES },
      categories: BLOCKED,
      open: new Set(open),
      passes: [],
    },
    limits,
  );

/** What a browser does by the documentation of rules: the highest priority decides, and allowing before redirecting. */
function browserBlocks({ lasting, ofSession }: RuleSets, address: string, where: 'tabs' | 'frames'): boolean {
  const host = new URL(address).hostname.replace(/\.$/, '');
  const isOf = (hosts: readonly string[]) => hosts.some(own => host === own || host.endsWith(`.${own}`));
  const matches = (rule: BlockRule) =>
    (rule.where === 'both' || rule.where === where) &&
    (rule.hosts.length === 0 || isOf(rule.hosts)) &&
    !isOf(rule.exceptHosts) &&
    new RegExp(rule.expression, 'i').exec(address)?.[0] === address;
  const matching = [...lasting, ...ofSession].filter(matches);
  const top = Math.max(...matching.map(({ priority }) => priority));
  const deciders = matching.filter(({ priority }) => priority === top);
  return deciders.length > 0 && deciders.every(({ action }) => action === 'block');
}

describe('three readings of the specification agree', () => {
  it('on any list and any addresses: the words, the matcher, and the rules for either browser', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyList(), anyList('', 12)),
        fc.array(anyAddress(), { minLength: 8, maxLength: 8 }),
        fc.subarray([...BLOCKED]),
        (list, addresses, open) => {
          const matcher = siteListOf(sitesOf(list));
          const rules = [CHROMIUM_LIMITS, FIREFOX_LIMITS].map(limits => rulesOf(list, open, limits));
          for (const address of addresses) {
            const said = deciding(list, address);
            expect(entryFor(matcher, address)?.pattern, address).toBe(said?.pattern);
            const atOtherTimes = said !== null && !said.reading.exception && BLOCKED.has(said.category);
            const isBlocked = atOtherTimes && !open.includes(said.category);
            const isSocial = said?.category === SOCIAL;
            for (const sets of rules) {
              expect(browserBlocks(sets, address, 'tabs'), address).toBe(isBlocked);
              expect(browserBlocks(sets, address, 'frames'), `${address} in a frame`).toBe(
                isBlocked && isSocial,
              );
              // When the browser is started, what opens for now is gone.
              const atStart = { ...sets, ofSession: [] };
              expect(browserBlocks(atStart, address, 'tabs'), `${address} at start`).toBe(atOtherTimes);
            }
          }
        },
      ),
      { numRuns: runs(500) },
    );
  }, 60_000);
});
