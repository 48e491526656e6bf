import { domainsOf } from './nesting';
import { fixedHost } from './pattern';
import type { CategoryId, Site } from './settings';
import { type SiteEntry, siteEntry } from './site-list';

/** Hosts of listed sites, and the domains that these lie in. */
export interface Territory {
  hosts: ReadonlySet<string>;
  above: () => ReadonlySet<string>;
}

export function territoryOf(entries: readonly SiteEntry[]): Territory {
  const hosts = new Set(entries.map(entry => fixedHost(entry.host)));
  let above: Set<string> | null = null;
  return {
    hosts,
    above: () => {
      above ??= new Set([...hosts].flatMap(host => domainsOf(host).slice(1)));
      return above;
    },
  };
}

/** Of a category's sites, exceptions apart. */
export const territoryIn = (sites: readonly Site[], category: CategoryId): Territory =>
  territoryOf(
    sites
      .filter(site => site.category === category)
      .map(siteEntry)
      .filter(({ exception }) => !exception),
  );

/** Whether a listed host and one of these can be hosts of the same address. */
export function liesWithin(entry: SiteEntry, { hosts, above }: Territory): boolean {
  if (hosts.size === 0) return false;
  const own = fixedHost(entry.host);
  if (domainsOf(own).some(domain => hosts.has(domain))) return true;
  return entry.host.includes('*') && above().has(own);
}
