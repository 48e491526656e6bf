import type { DayTerms } from '../domain/day-terms';
import type { Pass } from '../domain/pass';
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
import type { Attempt } from '../domain/records';
import type { Remark } from '../domain/remark';
import type { Review } from '../domain/review';
import type { Rock } from '../domain/rock';
import type { DayKey } from '../domain/time';
import type { DayTotal, HourTotal } from '../domain/totals';
import type { Visit } from '../domain/visit';
import type { Database } from './database';

/** What reports read of the days from the first to the last. What belongs to a moment comes in order of time. */
export interface Past {
  totals: (first: DayKey, last: DayKey) => Promise<DayTotal[]>;
  hours: (first: DayKey, last: DayKey) => Promise<HourTotal[]>;
  rocks: (first: DayKey, last: DayKey) => Promise<Rock[]>;
  terms: (first: DayKey, last: DayKey) => Promise<DayTerms[]>;
  visits: (day: DayKey) => Promise<Visit[]>;
  attempts: (day: DayKey) => Promise<Attempt[]>;
  passes: (day: DayKey) => Promise<Pass[]>;
  remarks: (day: DayKey) => Promise<Remark[]>;
  review: (week: string) => Promise<Review | null>;
  /** The first days with work hours, at most so many; or those of them on which nothing was blocked. */
  firstTerms: (which: 'all' | 'open', most: number) => Promise<DayTerms[]>;
}

const HIGHEST = '\uffff';

export const pastIn = (opened: () => Promise<Database>): Past => ({
  async totals(first, last) {
    const { days } = await opened();
    const rows = days.where('[day+site]').between([first, ''], [last, HIGHEST]);
    return passing(await rows.toArray(), isDayTotal);
  },
  async hours(first, last) {
    const { hours } = await opened();
    const rows = hours.where('[day+hour+category]').between([first, 0, ''], [last, 24, '']);
    return passing(await rows.toArray(), isHourTotal);
  },
  async rocks(first, last) {
    const { rocks } = await opened();
    const rows = await rocks.where('day').between(first, last, true, true).toArray();
    return passing(rows, isRock).sort((a, b) => a.pinnedAt - b.pinnedAt);
  },
  async terms(first, last) {
    const { terms } = await opened();
    return passing(await terms.where('day').between(first, last, true, true).toArray(), isDayTerms);
  },
  async visits(day) {
    const { visits } = await opened();
    const rows = await visits.where('day').equals(day).toArray();
    return passing(rows, isVisit).sort((a, b) => a.start - b.start);
  },
  async attempts(day) {
    const { attempts } = await opened();
    const rows = await attempts.where('day').equals(day).toArray();
    return passing(rows, isAttempt).sort((a, b) => a.at - b.at);
  },
  async passes(day) {
    const { passes } = await opened();
    const rows = await passes.where('day').equals(day).toArray();
    return passing(rows, isPass).sort((a, b) => a.startedAt - b.startedAt);
  },
  async remarks(day) {
    const { remarks } = await opened();
    const rows = await remarks.where('day').equals(day).toArray();
    return passing(rows, isRemark).sort((a, b) => a.at - b.at);
  },
  async review(week) {
    const { reviews } = await opened();
    const row = await reviews.get(week);
    return isReview(row) ? row : null;
  },
  async firstTerms(which, most) {
    const { terms } = await opened();
    const rows = which === 'open' ? terms.where('kind').equals('open') : terms.toCollection();
    return passing(await rows.limit(most).toArray(), isDayTerms);
  },
});
