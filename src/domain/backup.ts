import type { DayTerms } from './day-terms';
import type { Pass } from './pass';
import type { Attempt } from './records';
import type { Remark } from './remark';
import { type Review, reviewDay } from './review';
import type { Rock } from './rock';
import { type Kept, keptOf, readState, type SmallDay } from './small-copy';
import type { State } from './state';
import type { DayTotal, HourTotal } from './totals';
import type { Tracker } from './tracker';
import type { Visit } from './visit';

/** What a lost database is begun again with. */
export interface Backup {
  kept: Kept;
  /** Null where it is not known. */
  tracker: Tracker | null;
  totals: readonly DayTotal[];
  rocks: readonly Rock[];
  hours: readonly HourTotal[];
  visits: readonly Visit[];
  attempts: readonly Attempt[];
  passes: readonly Pass[];
  remarks: readonly Remark[];
  terms: readonly DayTerms[];
  reviews: readonly Review[];
}

/** What could still be read of a damaged database. */
export interface Salvage extends Omit<Backup, 'kept' | 'tracker'> {
  /** The rows of the state, of any shape. */
  state: { [K in keyof State]?: unknown };
}

const NOTHING: Salvage = {
  state: {},
  totals: [],
  rocks: [],
  hours: [],
  visits: [],
  attempts: [],
  passes: [],
  remarks: [],
  terms: [],
  reviews: [],
};

/** The copy and what was salvaged, put together; where both have something, the database knew better. */
export function backupOf(kept: Kept | null, days: readonly SmallDay[], salvage = NOTHING): Backup {
  const { tracker, ...rows } = salvage.state;
  const state = readState({ ...kept, ...rows, tracker }, kept);
  return {
    ...salvage,
    kept: keptOf(state),
    tracker: tracker === undefined ? null : state.tracker,
    totals: joined(
      [...days.flatMap(({ totals }) => totals), ...salvage.totals],
      ({ day, site }) => day + site,
    ),
    rocks: joined([...days.flatMap(({ rocks }) => rocks), ...salvage.rocks], ({ id }) => id),
    terms: joined([...days.flatMap(({ terms }) => terms), ...salvage.terms], ({ day }) => day),
    reviews: joined([...days.flatMap(({ reviews }) => reviews), ...salvage.reviews], ({ week }) => week),
  };
}

/** The small part of a backup, day by day. */
export function smallDaysOf({ totals, rocks, terms, reviews }: Backup): SmallDay[] {
  const reviewed = reviews.map(reviewDay).filter(day => day !== null);
  const days = new Set([...[...totals, ...rocks, ...terms].map(({ day }) => day), ...reviewed]);
  return [...days].map(day => ({
    day,
    totals: totals.filter(total => total.day === day),
    rocks: rocks.filter(rock => rock.day === day),
    terms: terms.filter(each => each.day === day),
    reviews: reviews.filter(review => reviewDay(review) === day),
  }));
}

const joined = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] => [
  ...new Map(rows.map(row => [keyOf(row), row])).values(),
];
