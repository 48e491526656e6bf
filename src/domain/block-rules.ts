import { EVERY_ADDRESS } from './expression';
import { groupedBy } from './grouped';
import { depthsOf } from './nesting';
import type { HeldPass } from './pass';
import type { Pattern } from './pattern';
import { packsOf } from './rule-pack';
import type { CategoryId, Settings } from './settings';
import { bySpecificity, type SiteEntry, siteEntry } from './site-list';
import { liesWithin, territoryOf } from './territory';

/** A rule for the browser: among the rules that match an address, the one with the highest priority decides. */
export interface BlockRule {
  action: 'block' | 'allow';
  priority: number;
  /** Hosts it holds for, each with its subdomains; none for all. */
  hosts: string[];
  /** Hosts in which it does not hold, nor in their subdomains. */
  exceptHosts: string[];
  /** Regular expression over the whole address. */
  expression: string;
  /** Whether it holds for what tabs show, for frames inside pages, or for both. */
  where: 'tabs' | 'frames' | 'both';
  /** The tab it holds in; null for all. */
  tabId: number | null;
  /** Whether it holds when the browser is started, before anybody has looked; else it ends with the browser. */
  lasts: boolean;
  /** What it stands for. */
  patterns: Pattern[];
  /** Whether the browser has room for its expression. */
  fits: boolean;
}

/** What rules are made from. */
export interface Blocking {
  settings: Pick<Settings, 'sites' | 'categories'>;
  /** The categories whose sites are blocked, now or at other times. */
  categories: ReadonlySet<CategoryId>;
  /** Those of them that are open now. */
  open: ReadonlySet<CategoryId>;
  /** The passes that are on. */
  passes: readonly HeldPass[];
}

export const NOTHING_BLOCKED: Blocking = {
  settings: { sites: [], categories: [] },
  categories: new Set(),
  open: new Set(),
  passes: [],
};

/** The priority of what lies within nothing else; between two depths there is one for what opens a site for now. */
const LOWEST = 2;

type Verdict = Pick<BlockRule, 'action' | 'where'>;

/**
 * The whole list as few rules. What lies deeper within others has the higher priority, and what lies equally deep
 * shares rules; what is open but lies within something blocked becomes an allow rule. What opens a site for now, a pass
 * or the hour, comes right above it, and below what lies within that; it ends with the browser, for when that is started
 * again it may be time to block. `room` is what an expression may cost.
 */
export function blockRules({ settings, categories, open, passes }: Blocking, room: number): BlockRule[] {
  const isBlocked = (entry: SiteEntry) => !entry.exception && categories.has(entry.category);
  // The card in a frame asks nothing, and would stay when the browser is started while its site is open.
  const inFrames = new Set(
    settings.categories.filter(({ id, insidePages }) => insidePages && !open.has(id)).map(({ id }) => id),
  );
  const entries = settings.sites.map(siteEntry);
  const blocked = entries.filter(isBlocked);
  const tabs = territoryOf(blocked);
  const frames = territoryOf(blocked.filter(({ category }) => inFrames.has(category)));

  const verdictsOn = (entry: SiteEntry): Verdict[] => {
    if (!isBlocked(entry)) return liesWithin(entry, tabs) ? [{ action: 'allow', where: 'both' }] : [];
    if (inFrames.has(entry.category)) return [{ action: 'block', where: 'both' }];
    const inTabs: Verdict = { action: 'block', where: 'tabs' };
    return liesWithin(entry, frames) ? [inTabs, { action: 'allow', where: 'frames' }] : [inTabs];
  };

  const judged = entries
    .sort(bySpecificity)
    .flatMap(entry => verdictsOn(entry).map(verdict => ({ entry, verdict })));
  const relevant = [...new Set(judged.map(({ entry }) => entry))];
  const depths = depthsOf(relevant);
  const priorityOf = (entry: SiteEntry) => LOWEST * (depths.get(entry) ?? 0);
  const alike = groupedBy(
    judged,
    ({ entry, verdict: { action, where } }) => `${priorityOf(entry)} ${action} ${where}`,
  );
  const rulesFor = (
    group: readonly SiteEntry[],
    rule: Verdict & Pick<BlockRule, 'priority'>,
    lasts: boolean,
  ) => packsOf(group, room).map(pack => ({ ...rule, ...pack, exceptHosts: [], tabId: null, lasts }));
  // What lies within nothing else, and has no rule for want of room, needs none that opens it either.
  const opening = (group: readonly SiteEntry[], priority: number) =>
    rulesFor(group, { action: 'allow', where: 'both', priority: priority + 1 }, false).filter(
      ({ fits }) => fits || priority > LOWEST,
    );

  const lasting = [...alike.values()].flatMap(group => {
    const [first] = group;
    if (!first) return [];
    const entriesOf = group.map(({ entry }) => entry);
    return rulesFor(entriesOf, { ...first.verdict, priority: priorityOf(first.entry) }, true);
  });
  if (lasting.length > 0 && [...categories].every(id => open.has(id)))
    return [...lasting, openingAll(lasting)];

  const openNow = groupedBy(
    relevant.filter(entry => isBlocked(entry) && open.has(entry.category)),
    priorityOf,
  );
  return [
    ...lasting,
    ...[...openNow].flatMap(([priority, group]) => opening(group, priority)),
    ...passes.flatMap(({ site, tabId }) =>
      relevant
        .filter(({ pattern }) => pattern === site)
        .flatMap(entry => opening([entry], priorityOf(entry)).map(rule => ({ ...rule, tabId }))),
    ),
  ];
}

/** Where all is open, one rule says so. */
const openingAll = (rules: readonly BlockRule[]): BlockRule => ({
  action: 'allow',
  where: 'both',
  priority: rules.reduce((top, { priority }) => Math.max(top, priority), 0) + 1,
  hosts: [],
  exceptHosts: [],
  expression: EVERY_ADDRESS,
  tabId: null,
  lasts: false,
  patterns: [],
  fits: true,
});
