import type { DayTerms } from './day-terms';
import type { Pass } from './pass';
import type { Pattern } from './pattern';
import type { Remark } from './remark';
import type { Review } from './review';
import type { Rock } from './rock';
import type { CategoryId } from './settings';
import type { DayKey, Instant, Zone } from './time';
import type { Visit } from './visit';

/** A navigation that ended on the block page. */
export interface Attempt {
  id: string;
  at: Instant;
  zone: Zone;
  day: DayKey;
  site: Pattern;
  category: CategoryId;
}

/** What a step leaves behind for ever, beside the state. */
export interface Records {
  visits: readonly Visit[];
  attempts: readonly Attempt[];
  rocks: readonly Rock[];
  passes: readonly Pass[];
  remarks: readonly Remark[];
  terms: readonly DayTerms[];
  reviews: readonly Review[];
}

export const NO_RECORDS: Records = {
  visits: [],
  attempts: [],
  rocks: [],
  passes: [],
  remarks: [],
  terms: [],
  reviews: [],
};

export const isEmpty = (records: Records): boolean =>
  Object.values(records).every((rows: readonly unknown[]) => rows.length === 0);

/** The records of two steps, one after the other. */
export const bothRecords = (one: Records, other: Records): Records => ({
  visits: [...one.visits, ...other.visits],
  attempts: [...one.attempts, ...other.attempts],
  rocks: [...one.rocks, ...other.rocks],
  passes: [...one.passes, ...other.passes],
  remarks: [...one.remarks, ...other.remarks],
  terms: [...one.terms, ...other.terms],
  reviews: [...one.reviews, ...other.reviews],
});
