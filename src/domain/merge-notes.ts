import { bothTerms, type DayTerms } from './day-terms';
import type { Attempt } from './records';
import type { Remark } from './remark';
import type { Review } from './review';

/** What is noted of moments, days and weeks beside figures. */
export interface Notes {
  attempts: readonly Attempt[];
  remarks: readonly Remark[];
  terms: readonly DayTerms[];
  reviews: readonly Review[];
}

/** The notes that a file adds or changes. What held on a day is known better here; of two reviews the later one counts. */
export function mergeNotes(ours: Notes, brought: Notes): Notes {
  const terms = new Map(ours.terms.map(each => [each.day, each]));
  const reviews = new Map(ours.reviews.map(each => [each.week, each]));
  return {
    attempts: missing(brought.attempts, ours.attempts),
    remarks: missing(brought.remarks, ours.remarks),
    terms: brought.terms.flatMap(each => {
      const own = terms.get(each.day);
      const both = own ? bothTerms(each, own) : each;
      return both.kind === own?.kind ? [] : [both];
    }),
    reviews: brought.reviews.filter(each => each.keptAt > (reviews.get(each.week)?.keptAt ?? -1)),
  };
}

function missing<T extends { id: string }>(brought: readonly T[], ours: readonly T[]): T[] {
  const known = new Set(ours.map(({ id }) => id));
  return brought.filter(({ id }) => !known.has(id));
}
