import { type Pattern, type PatternParts, partsOf } from './pattern';
import type { CategoryId, Site } from './settings';

/** How a site is found: its parts, and how specific it is. */
export interface SiteEntry extends PatternParts {
  category: CategoryId;
  specificity: number;
}

export interface SiteList {
  byHost: ReadonlyMap<string, readonly SiteEntry[]>;
  wildcards: readonly SiteEntry[];
}

/**
 * How specific a pattern is: more host labels first, then a host without wildcards, then a longer path, then a path
 * without wildcards; of two equally specific ones the exception wins.
 */
export function specificityOf({ host, path, exception }: PatternParts): number {
  const labels = host.split('.').length;
  const literal = path.replaceAll('*', '').length;
  const ofHost = labels * 2 + (host.includes('*') ? 0 : 1);
  const ofPath = literal * 2 + (path.includes('*') ? 0 : 1);
  return (ofHost * 2000 + ofPath) * 2 + (exception ? 1 : 0);
}

/**
 * Orders entries from the least to the most specific. Patterns with wildcards that are equally specific can match
 * the same address, so the alphabet decides between them; other patterns that tie never meet.
 */
export function bySpecificity(one: SiteEntry, other: SiteEntry): number {
  if (one.specificity !== other.specificity) return one.specificity - other.specificity;
  if (!one.pattern.includes('*') || one.pattern === other.pattern) return 0;
  return one.pattern < other.pattern ? -1 : 1;
}

export function siteEntry(site: Site): SiteEntry {
  const parts = partsOf(site.pattern);
  return { ...parts, category: site.category, specificity: specificityOf(parts) };
}

export function siteListOf(sites: readonly Site[]): SiteList {
  const byHost = new Map<string, SiteEntry[]>();
  const wildcards: SiteEntry[] = [];
  for (const site of sites) {
    const entry = siteEntry(site);
    if (entry.host.includes('*')) wildcards.push(entry);
    else byHost.set(entry.host, [...(byHost.get(entry.host) ?? []), entry]);
  }
  return { byHost, wildcards };
}

/** The entry that decides on an address, exceptions included; null where nothing on the list matches. */
export function entryFor(list: SiteList, address: string): SiteEntry | null {
  const url = webAddress(address);
  if (!url) return null;
  const host = url.hostname.replace(/\.$/, '');
  const path = url.pathname + url.search;
  let best: SiteEntry | null = null;
  for (const entry of candidates(list, host)) {
    if (pathMatches(entry.path, path) && (!best || bySpecificity(entry, best) > 0)) best = entry;
  }
  return best;
}

/** The listed site an address belongs to; null for an exception and for anything that is not listed. */
export function siteFor(list: SiteList, address: string): { site: Pattern; category: CategoryId } | null {
  const entry = entryFor(list, address);
  return entry && !entry.exception ? { site: entry.pattern, category: entry.category } : null;
}

/** An address as a URL if it is one of the web, http or https; null for everything else. */
export function webAddress(address: string): URL | null {
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}

/**
 * A path as the source of a regular expression over what follows the host: the path itself and everything below it.
 * `*` stands for any run of characters.
 */
export function pathExpression(path: string): string {
  if (path === '') return '';
  return `${path.split('*').map(escaped).join('[^#]*')}(?:[/?#].*)?`;
}

/** A host with wildcards as the source of a regular expression: `*` stays within its label, subdomains match. */
export function hostExpression(host: string): string {
  return `(?:[^/?#:@]+\\.)?${host.split('*').map(escaped).join('[^/?#:@.]*')}`;
}

function candidates(list: SiteList, host: string): SiteEntry[] {
  const labels = host.split('.');
  const literal = labels.flatMap((_, i) => list.byHost.get(labels.slice(i).join('.')) ?? []);
  const wild = list.wildcards.filter(entry => new RegExp(`^${hostExpression(entry.host)}$`).test(host));
  return [...literal, ...wild];
}

const pathMatches = (pattern: string, path: string): boolean =>
  pattern === '' || new RegExp(`^${pathExpression(pattern)}$`, 'i').test(path);

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
