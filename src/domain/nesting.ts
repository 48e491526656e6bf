import { fixedHost } from './pattern';
import type { SiteEntry } from './site-list';

/** Entries of one host that have been placed. */
interface Shelf {
  /** Depths of those without any wildcard, by path. */
  literal: Map<string, number>;
  wild: Placed[];
  all: Placed[];
}

interface Placed {
  path: string;
  depth: number;
}

/**
 * How deep each entry lies within others, from 1. Two that can match the same address are never equally deep, and the
 * more specific one is deeper; so the others can share rules. Takes them from the least to the most specific.
 */
export function depthsOf(entries: readonly SiteEntry[]): ReadonlyMap<SiteEntry, number> {
  const shelves = new Map<string, Shelf>();
  /** Shelves of the hosts below a domain. */
  const below = new Map<string, Set<Shelf>>();
  const hasWildHosts = entries.some(({ host }) => host.includes('*'));
  const depths = new Map<SiteEntry, number>();
  for (const entry of entries) {
    const host = fixedHost(entry.host);
    const own = shelves.get(host) ?? { literal: new Map(), wild: [], all: [] };
    shelves.set(host, own);
    const [, ...parents] = domainsOf(host);
    if (hasWildHosts)
      for (const parent of parents) below.set(parent, (below.get(parent) ?? new Set()).add(own));
    const above = parents.flatMap(parent => shelves.get(parent) ?? []);
    const beneath = entry.host.includes('*') ? [...(below.get(host) ?? [])] : [];
    const depth = 1 + deepest(entry, own, [...above, ...beneath]);
    depths.set(entry, depth);
    place(own, entry, depth);
  }
  return depths;
}

function deepest(entry: SiteEntry, own: Shelf, others: readonly Shelf[]): number {
  const path = entry.path.toLowerCase();
  const near = isWild(entry) ? own.all : own.wild;
  let depth = isWild(entry) ? 0 : Math.max(0, ...pathsAbove(path).map(above => own.literal.get(above) ?? 0));
  for (const shelf of [near, ...others.map(({ all }) => all)]) {
    for (const placed of shelf) if (placed.depth > depth && canMeet(path, placed.path)) depth = placed.depth;
  }
  return depth;
}

function place({ literal, wild, all }: Shelf, entry: SiteEntry, depth: number): void {
  const placed = { path: entry.path.toLowerCase(), depth };
  all.push(placed);
  if (isWild(entry)) wild.push(placed);
  else literal.set(placed.path, depth);
}

/** Whether something can lie below both paths; with wildcards it may be said of two for which nothing does. */
function canMeet(one: string, other: string): boolean {
  if (!one.includes('*') && !other.includes('*'))
    return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
  const [head = ''] = one.split('*');
  const [otherHead = ''] = other.split('*');
  return head.startsWith(otherHead) || otherHead.startsWith(head);
}

const isWild = ({ host, path }: SiteEntry): boolean => host.includes('*') || path.includes('*');

/** The path itself and all above it, down to none. */
const pathsAbove = (path: string): string[] =>
  path.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));

/** A host and the domains it lies in. */
export function domainsOf(host: string): string[] {
  const domains = [host];
  for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1))
    domains.push(host.slice(dot + 1));
  return domains;
}
