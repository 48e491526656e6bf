import type { Rock, RockStatus } from './rock';

export interface MergedRocks {
  added: Rock[];
  /** Ours that have got further in the file. */
  changed: Rock[];
  known: number;
}

/** Adds the rocks of a file to ours, by id; of a rock that both have, the version that has got further is kept. */
export function mergeRocks(ours: readonly Rock[], brought: readonly Rock[]): MergedRocks {
  const own = new Map(ours.map(rock => [rock.id, rock]));
  const added = brought.filter(({ id }) => !own.has(id));
  const changed = brought.filter(rock => {
    const same = own.get(rock.id);
    return same !== undefined && isFurther(rock, same);
  });
  return { added, changed, known: brought.length - added.length - changed.length };
}

/** The rock pinned last, of ours and of those that have been added or changed. */
export function lastPinned(ours: Rock | null, rocks: readonly Rock[]): Rock | null {
  const others = ours && rocks.every(({ id }) => id !== ours.id) ? [ours, ...rocks] : rocks;
  return others.reduce<Rock | null>((last, rock) => (last && isPinnedAfter(last, rock) ? last : rock), null);
}

const FAR: Record<RockStatus, number> = { open: 0, 'put aside': 1, done: 2 };

function isFurther(one: Rock, other: Rock): boolean {
  const [far, ahead] = [howFar(one), howFar(other)];
  const i = far.findIndex((figure, at) => figure !== ahead[at]);
  return i >= 0 && (far[i] ?? 0) > (ahead[i] ?? 0);
}

/** What moved forward is said after a rock is done, at no time of its own. */
const howFar = ({ status, doneAt, pinnedAt, movedForward }: Rock): number[] => [
  FAR[status],
  doneAt ?? 0,
  pinnedAt,
  movedForward === null ? 0 : 1,
];

const isPinnedAfter = (one: Rock, other: Rock): boolean =>
  one.pinnedAt === other.pinnedAt ? one.id > other.id : one.pinnedAt > other.pinnedAt;
