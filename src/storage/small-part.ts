import { addDays } from '../domain/calendar';
import { periodWith } from '../domain/period';
import { isDayTerms, isDayTotal, isReview, isRock } from '../domain/record-shapes';
import { reviewDay } from '../domain/review';
import type { Settings } from '../domain/settings';
import { type Kept, keptOf, type SmallDay } from '../domain/small-copy';
import type { DayKey } from '../domain/time';
import type { Database } from './database';
import { load } from './load';
import { DamagedDatabase } from './opener';

/** What the small copy holds, as the database has it. */
export interface SmallPart {
  kept: Kept;
  days: SmallDay[];
}

/**
 * The small part of these days, read at one moment. Rejects while the database is not wholly begun, and where a row
 * does not pass: what the copy has is then better.
 */
export function smallPart(
  database: Database,
  wanted: readonly DayKey[],
  first: Settings,
  kept: Kept | null,
): Promise<SmallPart> {
  const { state, days, rocks, terms, reviews } = database;
  return database.transaction('r', [state, days, rocks, terms, reviews], async () => {
    const stored = await load(database, first, kept);
    if (stored.begun !== 'wholly') throw new Error('The copy may have more than the database.');
    return {
      kept: keptOf(stored.state),
      days: await Promise.all(wanted.map(day => smallDay(database, day))),
    };
  });
}

async function smallDay({ days, rocks, terms, reviews }: Database, day: DayKey): Promise<SmallDay> {
  const totals = await days.where('[day+site]').between([day, ''], [day, '\uffff']).toArray();
  const own = await rocks.where('day').equals(day).toArray();
  const held = await terms.where('day').equals(day).toArray();
  const { key, first } = periodWith('week', day);
  const reviewed = first === day ? await reviews.where('week').equals(key).toArray() : [];
  const isWell =
    totals.every(isDayTotal) && own.every(isRock) && held.every(isDayTerms) && reviewed.every(isReview);
  if (!isWell) throw new DamagedDatabase('A row is malformed.');
  return { day, totals, rocks: own, terms: held, reviews: reviewed };
}

/** The days of which there is anything small: all of them, or the last so many up to the very last. */
export async function smallDays(
  { days, rocks, terms, reviews }: Database,
  span: number | null,
): Promise<DayKey[]> {
  const newest = [
    (await days.toCollection().last())?.day,
    (await rocks.orderBy('day').last())?.day,
    (await terms.toCollection().last())?.day,
  ];
  const last = newest
    .filter(day => day !== undefined)
    .sort()
    .at(-1);
  if (last === undefined) return [];
  const first = span === null ? ('' as DayKey) : addDays(last, 1 - span);
  const counted = await days.where('[day+site]').aboveOrEqual([first, '']).primaryKeys();
  const pinned = await rocks.where('day').aboveOrEqual(first).keys();
  const held = await terms.where('day').aboveOrEqual(first).primaryKeys();
  const reviewed = (await reviews.toArray()).map(reviewDay).filter(day => day !== null && day >= first);
  const found = [...counted.map(([day]) => day), ...pinned, ...held, ...reviewed];
  return [...new Set(found as DayKey[])];
}
