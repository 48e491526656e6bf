import type { Records } from '../domain/records';
import { reviewDay } from '../domain/review';
import { isKeptSame, type SmallCopy } from '../domain/small-copy';
import type { State } from '../domain/state';
import type { DayKey } from '../domain/time';
import type { Store } from '../storage/store';
import type { CopyPart, HeldCopy } from './held-copy';

/** A kill between a commit and its copy leaves the copy behind by that; looking at the last days again catches up. */
const LAST_DAYS = 7;

export interface Copier {
  /** Copies what a commit has touched, of the state and of which days, and writes down more with it. */
  follow: (before: State, after: State, days: readonly DayKey[], more?: CopyPart) => Promise<void>;
  /** Copies the last few days again, or everything where there is no copy. */
  refresh: () => Promise<void>;
}

/**
 * Brings the copy in line with the database, after the fact: it never holds what the database has not. Each time reads
 * anew and one comes after the other, so that what is written last was read last.
 */
export function createCopier(store: Store, copy: HeldCopy): Copier {
  let tail: Promise<void> = Promise.resolve();
  const inTurn = (job: (head: SmallCopy) => Promise<void>): Promise<void> => {
    const result = tail.then(async () => job(await copy.read()));
    tail = result.catch(() => undefined);
    return result;
  };
  const copyDays = async (days: readonly DayKey[], isKept: boolean, head: SmallCopy, more: CopyPart) => {
    const part = await store.smallPart(days, head.kept);
    await copy.write({ days: part.days, ...(isKept && { kept: part.kept }), ...more });
  };
  return {
    async follow(before, after, days, more) {
      const isChanged = !isKeptSame(before, after);
      if (days.length === 0 && !isChanged && !more) return;
      // A copy of days alone would not be known for one.
      await inTurn(head => copyDays(days, isChanged || head.kept === null, head, more ?? {}));
    },
    refresh: () =>
      inTurn(async head =>
        copyDays(await store.smallDays(head.kept === null ? null : LAST_DAYS), true, head, {}),
      ),
  };
}

/** The days that records belong to. */
export function daysOf({ visits, attempts, rocks, terms, reviews }: Records): DayKey[] {
  const reviewed = reviews.map(reviewDay).filter(day => day !== null);
  return [...new Set([...[...visits, ...attempts, ...rocks, ...terms].map(({ day }) => day), ...reviewed])];
}
