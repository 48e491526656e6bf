import { periodOf } from './period';
import { NO_RECORDS, type Records } from './records';
import { LONGEST_NOTE } from './rock';
import type { DayKey, Instant } from './time';

/** What a person has to say of a week; each of it may be left out. */
export interface Review extends ReviewDraft {
  /** `2026-W48`. */
  week: string;
  keptAt: Instant;
}

export interface ReviewDraft {
  /** What moved forward. */
  moved: string;
  /** What got in the way. */
  inTheWay: string;
  /** The rock to begin the next week with. */
  next: string;
}

/** The day with which its week begins. */
export const reviewDay = ({ week }: Review): DayKey | null => periodOf(week)?.first ?? null;

export type ReviewFault = 'note-too-long' | 'not-a-period';

/** The review as it is kept, without spaces around it; lines stay. */
export function reviewKept(
  week: string,
  draft: ReviewDraft,
  at: Instant,
): { records: Records } | { fault: ReviewFault } {
  if (periodOf(week)?.kind !== 'week') return { fault: 'not-a-period' };
  const [moved = '', inTheWay = '', next = ''] = [draft.moved, draft.inTheWay, draft.next].map(text =>
    text.trim(),
  );
  if ([moved, inTheWay, next].some(text => text.length > LONGEST_NOTE)) return { fault: 'note-too-long' };
  return { records: { ...NO_RECORDS, reviews: [{ week, moved, inTheWay, next, keptAt: at }] } };
}
