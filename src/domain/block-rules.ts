import type { HeldPass } from './pass';
import { fixedHost } from './pattern';
import type { CategoryId, Settings, Site } from './settings';
import { bySpecificity, hostExpression, pathExpression, type SiteEntry, siteEntry } from './site-list';

/** A rule for the browser: among the rules that match an address, the one with the highest priority decides. */
export interface BlockRule {
  action: 'block' | 'allow';
  priority: number;
  /** Hosts it holds for, each with its subdomains. */
  hosts: string[];
  /** Regular expression over the whole address. */
  expression: string;
  /** Whether it holds also in frames inside other pages. */
  frames: boolean;
  /** The tab it holds in, until the browser is closed; null for all. */
  tabId: number | null;
}

/** What rules are made from. */
export interface Blocking {
  settings: Pick<Settings, 'sites' | 'categories'>;
  /** The categories whose sites are blocked. */
  categories: ReadonlySet<CategoryId>;
  /** The passes that are on. */
  passes: readonly HeldPass[];
}

/**
 * The whole list as few rules. Patterns that differ in their host alone share one; what is open but lies within
 * something blocked becomes an allow rule, and the more specific one has the higher priority. A pass comes right above
 * its own site, and below what is more specific.
 */
export function blockRules({ settings, categories, passes }: Blocking): BlockRule[] {
  const isBlocked = (entry: SiteEntry) => !entry.exception && categories.has(entry.category);
  const inFrames = new Set(settings.categories.filter(({ insidePages }) => insidePages).map(({ id }) => id));
  const entries = settings.sites.map(siteEntry);
  const hosts = hostsOf(entries.filter(isBlocked));
  const relevant = entries.filter(entry => isBlocked(entry) || liesWithin(entry, hosts)).sort(bySpecificity);

  const rules = new Map<string, BlockRule>();
  const ofPasses: BlockRule[] = [];
  let priority = 0;
  let before: SiteEntry | null = null;
  for (const entry of relevant) {
    if (before === null || bySpecificity(before, entry) !== 0) priority += 2;
    before = entry;
    const rule: BlockRule = {
      action: isBlocked(entry) ? 'block' : 'allow',
      priority,
      hosts: [fixedHost(entry.host)],
      expression: expressionOf(entry),
      frames: !isBlocked(entry) || inFrames.has(entry.category),
      tabId: null,
    };
    const key = `${rule.priority} ${rule.action} ${rule.frames} ${rule.expression}`;
    const shared = rules.get(key);
    if (!shared) rules.set(key, rule);
    else shared.hosts.push(...rule.hosts);
    for (const { tabId } of passes.filter(({ site }) => site === entry.pattern)) {
      ofPasses.push({
        ...rule,
        hosts: [...rule.hosts],
        action: 'allow',
        priority: priority + 1,
        frames: true,
        tabId,
      });
    }
  }
  return [...[...rules.values()].map(withoutRepeats), ...ofPasses];
}

const withoutRepeats = (rule: BlockRule): BlockRule => ({ ...rule, hosts: [...new Set(rule.hosts)] });

/** The hosts of a category's sites, exceptions apart. */
export const hostsIn = (sites: readonly Site[], category: CategoryId): ReadonlySet<string> =>
  hostsOf(
    sites
      .filter(site => site.category === category)
      .map(siteEntry)
      .filter(({ exception }) => !exception),
  );

const hostsOf = (entries: readonly SiteEntry[]): ReadonlySet<string> =>
  new Set(entries.map(entry => fixedHost(entry.host)));

/** Whether a listed host and one of these can be hosts of the same address. */
export function liesWithin(entry: SiteEntry, hosts: ReadonlySet<string>): boolean {
  const own = fixedHost(entry.host);
  const labels = own.split('.');
  if (labels.some((_, i) => hosts.has(labels.slice(i).join('.')))) return true;
  return entry.host.includes('*') && [...hosts].some(host => host.endsWith(`.${own}`));
}

function expressionOf({ host, path }: SiteEntry): string {
  const authority = host.includes('*') ? `(?:[^/?#@]*@)?${hostExpression(host)}(?::\\d+)?` : '[^/?#]*';
  return path === '' && !host.includes('*') ? '^https?://.*' : `^https?://${authority}${tail(path)}$`;
}

const tail = (path: string): string => (path === '' ? '(?:[/?#].*)?' : pathExpression(path));
