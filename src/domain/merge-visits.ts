import type { Visit } from './visit';

export interface MergedVisits {
  added: Visit[];
  /** Ours, with the later end that the file knows. */
  extended: Visit[];
  /** How many the file and we have alike. */
  known: number;
  /** Everybody's, each once. */
  union: Visit[];
}

/**
 * Adds the visits of a file to ours. Equal start and site make the same visit, the k-th of the file being the k-th of
 * ours; the longer one wins, for an export cuts off the visit that is going on. `open` are the pieces of ours that is
 * going on now: it is known better here.
 */
export function mergeVisits(
  ours: readonly Visit[],
  open: readonly Visit[],
  brought: readonly Visit[],
): MergedVisits {
  const alike = new Map<string, Visit[]>();
  for (const visit of [...ours, ...open].toSorted((a, b) => a.clock - b.clock)) {
    alike.set(identityOf(visit), [...(alike.get(identityOf(visit)) ?? []), visit]);
  }
  const going = new Set(open);
  const merged: MergedVisits = { added: [], extended: [], known: 0, union: [] };
  for (const visit of brought) {
    const own = alike.get(identityOf(visit)) ?? [];
    const same = own[visit.clock];
    if (same === undefined) {
      const added = { ...visit, clock: (own.at(-1)?.clock ?? -1) + 1 };
      alike.set(identityOf(visit), [...own, added]);
      merged.added.push(added);
    } else if (visit.end > same.end && !going.has(same)) {
      const extended = { ...same, end: visit.end };
      own[visit.clock] = extended;
      merged.extended.push(extended);
    } else merged.known++;
  }
  merged.union = [...alike.values()].flat();
  return merged;
}

const identityOf = ({ start, site }: Visit): string => `${start} ${site}`;
