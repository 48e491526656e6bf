import { hostTest, pathTest } from './expression';
import { fixedHost, type Pattern, type PatternParts, partsOf } from './pattern';
import type { CategoryId, Site } from './settings';

/** How a site is found: its parts, and how specific it is. */
export interface SiteEntry extends PatternParts {
  category: CategoryId;
  specificity: number;
}

/** Entries by the part of their host that has no wildcard. */
export type SiteList = ReadonlyMap<string, readonly SiteEntry[]>;

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
 * Orders entries from the least to the most specific. Patterns that are equally specific can match the same address
 * where they have wildcards, or differ in capitals alone: the alphabet decides between them.
 */
export function bySpecificity(one: SiteEntry, other: SiteEntry): number {
  if (one.specificity !== other.specificity) return one.specificity - other.specificity;
  if (one.pattern === other.pattern) return 0;
  return one.pattern < other.pattern ? -1 : 1;
}

/** What has been read of patterns before: a long list is gone through at every event. */
const read = new Map<Pattern, Omit<SiteEntry, 'category'>>();

/** More than anybody lists; what is left of lists that were changed is forgotten then. */
const MOST_READ = 20_000;

export function siteEntry({ pattern, category }: Site): SiteEntry {
  let entry = read.get(pattern);
  if (!entry) {
    if (read.size >= MOST_READ) read.clear();
    const parts = partsOf(pattern);
    entry = { ...parts, specificity: specificityOf(parts) };
    read.set(pattern, entry);
  }
  return { ...entry, category };
}

export function siteListOf(sites: readonly Site[]): SiteList {
  const list = new Map<string, SiteEntry[]>();
  for (const entry of sites.map(siteEntry)) {
    const host = fixedHost(entry.host);
    const others = list.get(host);
    if (others) others.push(entry);
    else list.set(host, [entry]);
  }
  return list;
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

/** Where an address could be put on the list. */
export interface Place {
  host: string;
  /** The host with the path of the page; null where there is none. */
  path: string | null;
}

/** The host of an address of the web, and its path; null for everything else. */
export function placeOf(address: string): Place | null {
  const url = webAddress(address);
  if (url === null) return null;
  const host = url.hostname.replace(/^www\.(?=.*\.)/, '');
  const path = url.pathname.replace(/\/+$/, '');
  return { host, path: path === '' ? null : host + path };
}

function candidates(list: SiteList, host: string): SiteEntry[] {
  const labels = host.split('.');
  const related = labels.flatMap((_, i) => list.get(labels.slice(i).join('.')) ?? []);
  return related.filter(entry => !entry.host.includes('*') || hostTest(entry.host).test(host));
}

const pathMatches = (pattern: string, path: string): boolean =>
  pattern === '' || pathTest(pattern).test(path);
