import { addDays } from '../domain/calendar';
import { isDayTotal, isRock } from '../domain/record-shapes';
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
  kept: Kept | null,
): Promise<SmallPart> {
  const { state, days, rocks } = database;
  return database.transaction('r', [state, days, rocks], async () => {
    const stored = await load(database, kept);
    if (stored.begun !== 'wholly') throw new Error('The copy may have more than the database.');
    return {
      kept: keptOf(stored.state),
      days: await Promise.all(wanted.map(day => smallDay(database, day))),
    };
  });
}

async function smallDay({ days, rocks }: Database, day: DayKey): Promise<SmallDay> {
  const totals = await days.where('[day+site]').between([day, ''], [day, '\uffff']).toArray();
  const own = await rocks.where('day').equals(day).toArray();
  if (!totals.every(isDayTotal) || !own.every(isRock)) throw new DamagedDatabase('A row is malformed.');
  return { day, totals, rocks: own };
}

/** The days of which there is anything small: all of them, or the last so many up to the very last. */
export async function smallDays({ days, rocks }: Database, span: number | null): Promise<DayKey[]> {
  const newest = [(await days.toCollection().last())?.day, (await rocks.orderBy('day').last())?.day];
  const last = newest
    .filter(day => day !== undefined)
    .sort()
    .at(-1);
  if (last === undefined) return [];
  const first = span === null ? ('' as DayKey) : addDays(last, 1 - span);
  const counted = await days.where('[day+site]').aboveOrEqual([first, '']).primaryKeys();
  const pinned = await rocks.where('day').aboveOrEqual(first).keys();
  return [...new Set([...counted.map(([day]) => day as DayKey), ...(pinned as DayKey[])])];
}
