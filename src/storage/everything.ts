import {
  isAttempt,
  isDayTerms,
  isDayTotal,
  isHourTotal,
  isPass,
  isRemark,
  isReview,
  isRock,
  isVisit,
  passing,
} from '../domain/record-shapes';
import type { Records } from '../domain/records';
import type { DayTotal, HourTotal } from '../domain/totals';
import type { Database } from './database';

/** All that is stored beside the state. */
export interface Everything extends Records {
  totals: readonly DayTotal[];
  hours: readonly HourTotal[];
}

/** Rows that do not pass are left out. */
export async function everythingIn(database: Database): Promise<Everything> {
  const { visits, attempts, rocks, days, hours, passes, remarks, terms, reviews } = database;
  return {
    visits: passing(await visits.toArray(), isVisit),
    attempts: passing(await attempts.orderBy('day').toArray(), isAttempt),
    rocks: passing(await rocks.orderBy('day').toArray(), isRock),
    passes: passing(await passes.orderBy('day').toArray(), isPass),
    remarks: passing(await remarks.orderBy('day').toArray(), isRemark),
    terms: passing(await terms.toArray(), isDayTerms),
    reviews: passing(await reviews.toArray(), isReview),
    totals: passing(await days.toArray(), isDayTotal),
    hours: passing(await hours.toArray(), isHourTotal),
  };
}
