import { addressEnding, addressOf, choice, literal, type Piece } from './expression';
import { type Branch, costOfBranch, pieceOf } from './rule-branch';

/** Branches that share an expression. */
export interface Bin {
  members: Member[];
  cost: number;
}

interface Member {
  branch: Branch;
  /** How many letters of the end of its host tell it from the others. */
  end: number;
}

/** How many bins stay open for what does not go into the last one. */
const OPEN = 4;

const NOTHING = literal('');

/** What an expression costs before there is anything in it. */
export const BASE = Math.max(addressEnding(NOTHING).cost, addressOf(NOTHING).cost);

/** Puts branches together as long as their expression keeps within its room. */
export function binsOf(branches: readonly Branch[], room: number): Bin[] {
  const bins: Bin[] = [];
  for (const branch of branches) {
    const open = bins.slice(-OPEN).find(bin => joins(branch, bin, room));
    if (!open) bins.push({ members: [{ branch, end: 1 }], cost: BASE + costOfBranch(branch, 1) });
  }
  return bins;
}

/** The expression of a bin. Where there is one host alone, those of the rule say which. */
export function expressionOf({ members }: Bin): Piece {
  const [{ branch } = { branch: null }] = members;
  if (branch?.by === 'end' && members.length === 1) return addressEnding(branch.paths);
  const pieces = choice(members.map(member => pieceOf(member.branch, member.end)));
  return branch?.by === 'whole' ? addressOf(pieces) : addressEnding(pieces);
}

/** Puts a branch into a bin if it can join the others there. */
function joins(branch: Branch, bin: Bin, room: number): boolean {
  if (bin.cost + branch.cost >= room) return false;
  const members = told(branch, bin.members);
  if (!members) return false;
  const cost = members.reduce((sum, each) => sum + costOfBranch(each.branch, each.end) + 1, BASE - 1);
  if (cost > room) return false;
  Object.assign(bin, { members, cost });
  return true;
}

/**
 * All of them, with enough of the end of each host that no other ends so; null where they cannot be told apart by that,
 * because one host lies within another, or is spelled in another way.
 */
function told(branch: Branch, others: readonly Member[]): Member[] | null {
  const isWhole = branch.by === 'whole';
  const members: Member[] = [];
  let end = 1;
  for (const other of others) {
    if (branch.isAlone || other.branch.isAlone) return null;
    if (isWhole !== (other.branch.by === 'whole')) return null;
    const shared = sharedEnd(branch.host, other.branch.host);
    if (!isWhole && shared === Math.min(branch.host.length, other.branch.host.length)) return null;
    end = Math.max(end, shared + 1);
    members.push({ branch: other.branch, end: Math.max(other.end, shared + 1) });
  }
  return [...members, { branch, end }];
}

/** How many letters two hosts have in common at their end. */
function sharedEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (
    count < most &&
    one.charCodeAt(one.length - 1 - count) === other.charCodeAt(other.length - 1 - count)
  )
    count++;
  return count;
}
