import { choice, hostPiece, hostWithPaths, literal, type Piece, pathPiece } from './expression';
import { groupedBy } from './grouped';
import { fixedHost, type Pattern } from './pattern';
import type { SiteEntry } from './site-list';

/** Paths of one host, as one of several choices within an expression. */
export interface Branch {
  /** What the rule's hosts name. */
  host: string;
  /**
   * How the expression tells the host from others: by its `end`, as much of it as they do not share; by itself as part
   * of a longer one, for `*.example.org`; or, with other wildcards, by the `whole` of it.
   */
  by: 'end' | 'part' | 'whole';
  whole: Piece;
  paths: Piece;
  /** Ports follow hosts as digits, so that one that ends in a digit cannot be told by its end. */
  isAlone: boolean;
  /** What it costs beside the host. */
  cost: number;
  patterns: Pattern[];
}

const NOTHING = literal('');

/** Branches of entries that have a path or a wildcard; those of a host are divided where they exceed the room. */
export function branchesOf(entries: readonly SiteEntry[], room: number): Branch[] {
  const byHost = groupedBy(entries, ({ host }) => host);
  return [...byHost.values()].flatMap(group => chunks(group, room).map(branchOf));
}

/** What it costs with so much of the end of its host. */
export const costOfBranch = ({ by, whole, cost }: Branch, end: number): number =>
  cost + (by === 'end' ? end : whole.cost);

/** The branch within an expression, with so much of the end of its host. */
export const pieceOf = ({ by, host, whole, paths }: Branch, end: number): Piece =>
  hostWithPaths(by === 'end' ? literal(host.slice(-end)) : whole, paths);

function branchOf(entries: readonly SiteEntry[]): Branch {
  const [{ host: name } = { host: '' }] = entries;
  const host = fixedHost(name);
  const paths = choice(entries.map(({ path }) => pathPiece(path)));
  const isPart = name === `*.${host}`;
  return {
    host,
    by: name === host ? 'end' : isPart ? 'part' : 'whole',
    whole: isPart ? literal(`.${host}`) : hostPiece(name),
    paths,
    isAlone: /\d$/.test(host),
    cost: hostWithPaths(NOTHING, paths).cost,
    patterns: entries.map(({ pattern }) => pattern),
  };
}

/** Divided so that the paths of each part cost no more than that, where a single one does not. */
export function chunks(entries: readonly SiteEntry[], most: number): SiteEntry[][] {
  const parts: SiteEntry[][] = [];
  let left = 0;
  for (const entry of entries) {
    const cost = pathPiece(entry.path).cost + 1;
    const part = parts.at(-1);
    if (part && cost <= left) part.push(entry);
    else parts.push([entry]);
    left = (part && cost <= left ? left : most) - cost;
  }
  return parts;
}
