import { addressEnding, choice, EVERY_ADDRESS, type Piece, pathPiece } from './expression';
import { groupedBy } from './grouped';
import type { Pattern } from './pattern';
import { BASE, type Bin, binsOf, expressionOf } from './rule-bin';
import { branchesOf, chunks } from './rule-branch';
import type { SiteEntry } from './site-list';

/** What one rule can match: hosts, each with its subdomains, and an expression over the whole address. */
export interface Pack {
  hosts: string[];
  expression: string;
  /** Whether the expression keeps within its room. */
  fits: boolean;
  /** What it stands for. */
  patterns: Pattern[];
}

/** From how many hosts on a path that they share has a rule of its own. */
const SHARED = 4;

/** As few packs as can be for entries that have no address in common. `room` is what an expression may cost. */
export function packsOf(entries: readonly SiteEntry[], room: number): Pack[] {
  const isPlain = ({ host, path }: SiteEntry) => path === '' && !host.includes('*');
  const plain = entries.filter(isPlain);
  const { shared, own } = bySharedPath(entries.filter(entry => !isPlain(entry)));
  return [
    ...(plain.length > 0 ? [{ ...packOfHosts(plain), expression: EVERY_ADDRESS, fits: true }] : []),
    ...shared.flatMap(group => packsOfShared(group, room)),
    ...binsOf(branchesOf(own, room - BASE), room).map(bin => packOfBin(bin, room)),
  ];
}

const packOfHosts = (entries: readonly SiteEntry[]) => ({
  hosts: [...new Set(entries.map(({ host }) => host))],
  patterns: entries.map(({ pattern }) => pattern),
});

/** Paths that many hosts have, those of the same hosts together; and all that is left. */
function bySharedPath(entries: readonly SiteEntry[]): { shared: SiteEntry[][]; own: SiteEntry[] } {
  const byPath = [...groupedBy(entries, ({ host, path }) => (host.includes('*') ? '' : path)).entries()];
  const isShared = ([path, group]: [string, SiteEntry[]]) => path !== '' && group.length >= SHARED;
  const byHosts = groupedBy(byPath.filter(isShared), ([, group]) =>
    group
      .map(({ host }) => host)
      .sort()
      .join(),
  );
  return {
    shared: [...byHosts.values()].map(groups => groups.flatMap(([, group]) => group)),
    own: byPath.filter(each => !isShared(each)).flatMap(([, group]) => group),
  };
}

/** Each of these paths belongs to each of these hosts. */
function packsOfShared(entries: readonly SiteEntry[], room: number): Pack[] {
  const byPath = groupedBy(entries, ({ path }) => path);
  const firsts = [...byPath.values()].flatMap(([first]) => first ?? []);
  return chunks(firsts, room - BASE).map(part => {
    const expression = addressEnding(choice(part.map(({ path }) => pathPiece(path))));
    return {
      ...packOfHosts(part.flatMap(({ path }) => byPath.get(path) ?? [])),
      ...within(expression, room),
    };
  });
}

function packOfBin(bin: Bin, room: number): Pack {
  const branches = bin.members.map(({ branch }) => branch);
  return {
    hosts: [...new Set(branches.map(({ host }) => host))],
    patterns: branches.flatMap(({ patterns }) => patterns),
    ...within(expressionOf(bin), room),
  };
}

const within = ({ source, cost }: Piece, room: number) => ({ expression: source, fits: cost <= room });
