import { fixedHost } from './pattern';
import type { Category, CategoryId, Settings, Site } from './settings';
import { bySpecificity, hostExpression, pathExpression, type SiteEntry, siteEntry } from './site-list';

/** A rule for the browser: among the rules that match an address, the one with the highest priority decides. */
export interface BlockRule {
  action: 'block' | 'allow';
  priority: number;
  /** Hosts it holds for, each with its subdomains. */
  hosts: string[];
  /** Regular expression over the whole address. */
  expression: string;
}

/** The categories whose sites are blocked while the gate is closed. */
export function blockedCategories(settings: Pick<Settings, 'categories'>): ReadonlySet<CategoryId> {
  const blocked = settings.categories.filter(({ policy }) => policy === 'block until done');
  return new Set(blocked.map(({ id }) => id));
}

/**
 * The whole list as few rules. Patterns that differ in their host alone share one; what is open but lies within
 * something blocked becomes an allow rule, and the more specific one has the higher priority.
 */
export function blockRules(settings: Settings): BlockRule[] {
  const isBlocked = blockedEntries(settings);
  const entries = settings.sites.map(siteEntry);
  const hosts = hostsOf(entries.filter(isBlocked));
  const relevant = entries.filter(entry => isBlocked(entry) || liesWithin(entry, hosts)).sort(bySpecificity);

  const rules = new Map<string, BlockRule>();
  let priority = 0;
  let before: SiteEntry | null = null;
  for (const entry of relevant) {
    if (before === null || bySpecificity(before, entry) !== 0) priority++;
    before = entry;
    const rule: BlockRule = {
      action: isBlocked(entry) ? 'block' : 'allow',
      priority,
      hosts: [fixedHost(entry.host)],
      expression: expressionOf(entry),
    };
    const key = `${rule.priority} ${rule.action} ${rule.expression}`;
    const shared = rules.get(key);
    if (!shared) rules.set(key, rule);
    else if (!shared.hosts.includes(fixedHost(entry.host))) shared.hosts.push(...rule.hosts);
  }
  return [...rules.values()];
}

/** Those of `sites`, in these categories, that would open part of what the settings block if they were listed. */
export function openersAmong(
  sites: readonly Site[],
  categories: readonly Category[],
  settings: Settings,
): ReadonlySet<Site> {
  const hosts = hostsOf(settings.sites.map(siteEntry).filter(blockedEntries(settings)));
  const isBlocked = blockedEntries({ categories });
  const opens = (entry: SiteEntry) => !isBlocked(entry) && liesWithin(entry, hosts);
  return new Set(sites.filter(site => opens(siteEntry(site))));
}

function blockedEntries(settings: Pick<Settings, 'categories'>): (entry: SiteEntry) => boolean {
  const blocked = blockedCategories(settings);
  return entry => !entry.exception && blocked.has(entry.category);
}

const hostsOf = (entries: readonly SiteEntry[]): ReadonlySet<string> =>
  new Set(entries.map(entry => fixedHost(entry.host)));

/** Whether a listed host and a blocked one can be hosts of the same address. */
function liesWithin(entry: SiteEntry, hosts: ReadonlySet<string>): boolean {
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
