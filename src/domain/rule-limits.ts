import { type Blocking, type BlockRule, blockRules } from './block-rules';
import { domainsOf } from './nesting';
import { fixedHost, type Pattern, partsOf } from './pattern';

/** What a browser takes. */
export interface RuleLimits {
  /** What an expression may cost. */
  room: number;
  /** How many rules there may be. Chromium counts those that last and those of the session together. */
  rules: number;
}

/** Expressions may take 2 KB compiled: 112 instructions, two of which are left free. */
export const CHROMIUM_LIMITS: RuleLimits = { room: 110, rules: 1000 };

/** Expressions may be of any size; shorter ones are matched sooner, longer ones make fewer rules. */
export const FIREFOX_LIMITS: RuleLimits = { room: 800, rules: 1000 };

export interface RuleSets {
  /** Stand until they are replaced. */
  lasting: BlockRule[];
  /** Stand until the browser is closed: what is open for now. */
  ofSession: BlockRule[];
  /** What no rule stands for; tabs that show it are found by the sweep. */
  leftOut: Pattern[];
}

/**
 * The rules that a browser takes. Where there is no room for those of what is open now as well, that has none at all: it
 * is then open also when the browser is started, until somebody has looked.
 */
export function rulesWithin(blocking: Blocking, { room, rules }: RuleLimits): RuleSets {
  const wanted = blockRules(blocking, room);
  if (blocking.open.size === 0 || wanted.filter(({ fits }) => fits).length <= rules)
    return chosen(wanted, rules);
  const categories = new Set([...blocking.categories].filter(id => !blocking.open.has(id)));
  return chosen(blockRules({ ...blocking, categories, open: new Set() }, room), rules);
}

/**
 * As many as the browser takes. What opens comes first: without it, nothing may be blocked by rules in its hosts. Then
 * those that stand for the most patterns, so that few are left out.
 */
export function chosen(rules: readonly BlockRule[], most: number): RuleSets {
  const wanted = rules.filter(({ fits }) => fits).sort(byImportance);
  const missing = [...rules.filter(({ fits }) => !fits), ...wanted.slice(most)];
  const unguarded = hostsWithoutException(missing);
  const taken = wanted.slice(0, most).map(rule => without(rule, unguarded));
  return {
    lasting: taken.filter(({ lasts }) => lasts),
    ofSession: taken.filter(({ lasts }) => !lasts),
    leftOut: leftOutOf(rules, missing, unguarded),
  };
}

const byImportance = (one: BlockRule, other: BlockRule): number =>
  rankOf(one) - rankOf(other) || other.patterns.length - one.patterns.length;

const rankOf = ({ action, tabId }: BlockRule): number => (tabId !== null ? 0 : action === 'allow' ? 1 : 2);

const hostsWithoutException = (missing: readonly BlockRule[]): ReadonlySet<string> =>
  new Set(missing.filter(({ action }) => action === 'allow').flatMap(({ hosts }) => hosts));

const without = (rule: BlockRule, hosts: ReadonlySet<string>): BlockRule =>
  rule.action === 'allow' || hosts.size === 0 ? rule : { ...rule, exceptHosts: [...hosts] };

/** Those of missing rules, and those whose host is left to the sweep for want of an exception. */
function leftOutOf(
  rules: readonly BlockRule[],
  missing: readonly BlockRule[],
  unguarded: ReadonlySet<string>,
): Pattern[] {
  const isUnguarded = (pattern: Pattern) =>
    unguarded.size > 0 && domainsOf(fixedHost(partsOf(pattern).host)).some(host => unguarded.has(host));
  const blocked = rules.filter(({ action }) => action === 'block').flatMap(({ patterns }) => patterns);
  return [...new Set([...missing.flatMap(({ patterns }) => patterns), ...blocked.filter(isUnguarded)])];
}
