import type { Deletion } from '../domain/deletion';
import type { Pattern } from '../domain/pattern';
import { periodOf } from '../domain/period';
import type { DayKey } from '../domain/time';
import { type DayTotal, type HourTotal, hourTotalsOf } from '../domain/totals';
import type { Database } from './database';

/**
 * Deletes of the history what was asked for, in one transaction; gives the days of which something is gone. What the
 * state goes by stays with it: the rocks with these ids, and what held on each day where only a site is deleted.
 */
export async function erase(database: Database, what: Deletion, keep: readonly string[]): Promise<DayKey[]> {
  return database.transaction('rw', database.tables, () => {
    if (what.of === 'site') return eraseSite(database, what.site);
    return what.of === 'all'
      ? eraseDays(database, '' as DayKey, '\uffff' as DayKey, keep)
      : eraseDays(database, what.first, what.last, keep);
  });
}

async function eraseDays(
  { visits, attempts, rocks, days, hours, passes, remarks, terms, reviews }: Database,
  first: DayKey,
  last: DayKey,
  keep: readonly string[],
): Promise<DayKey[]> {
  const counted = days.where('[day+site]').between([first, ''], [last, '\uffff']);
  const held = terms.where('day').between(first, last, true, true);
  const pinned = rocks
    .where('day')
    .between(first, last, true, true)
    .filter(({ id }) => !keep.includes(id));
  const gone = [
    ...(await counted.primaryKeys()).map(([day]) => day as DayKey),
    ...((await held.primaryKeys()) as DayKey[]),
    ...(await pinned.toArray()).map(({ day }) => day),
  ];
  await counted.delete();
  await held.delete();
  await pinned.delete();
  await hours.where('[day+hour+category]').between([first, 0, ''], [last, 24, '']).delete();
  for (const table of [visits, attempts, passes, remarks])
    await table.where('day').between(first, last, true, true).delete();
  const reviewed = await reviews
    .filter(({ week }) => {
      const begins = periodOf(week)?.first ?? '';
      return first <= begins && begins <= last;
    })
    .toArray();
  await reviews.bulkDelete(reviewed.map(({ week }) => week));
  const weeks = reviewed.map(({ week }) => periodOf(week)?.first).filter(day => day !== undefined);
  return [...new Set([...gone, ...weeks])];
}

async function eraseSite(
  { visits, attempts, days, hours, passes }: Database,
  site: Pattern,
): Promise<DayKey[]> {
  const isOurs = (row: { site: Pattern }) => row.site === site;
  const totals = await days.filter(isOurs).toArray();
  const gone = await visits.filter(isOurs).toArray();
  await visits.bulkDelete(gone.map(({ start, site, clock }) => [start, site, clock]));
  await days.bulkDelete(totals.map(({ day, site }) => [day, site]));
  await attempts.filter(isOurs).delete();
  await passes.filter(isOurs).delete();
  const touched = [...new Set(totals.map(({ day }) => day))];
  for (const day of touched) {
    const rows = await hours.where('[day+hour+category]').between([day, 0, ''], [day, 24, '']).toArray();
    const own = totals.filter(total => total.day === day);
    const fewer = without(rows, own, hourTotalsOf(gone.filter(visit => visit.day === day)));
    await hours.bulkPut(fewer.filter(({ time }) => time > 0));
    await hours.bulkDelete(
      fewer.filter(({ time }) => time <= 0).map(({ day, hour, category }) => [day, hour, category]),
    );
  }
  return touched;
}

/**
 * The hours of a day without a site. What its visits no longer tell, as they were deleted with age, is taken from the
 * hours of its category in proportion, so that hours and days go on saying the same.
 */
function without(
  rows: readonly HourTotal[],
  totals: readonly DayTotal[],
  visited: readonly HourTotal[],
): HourTotal[] {
  const known = rows.map(row => {
    const own = visited.find(({ hour, category }) => hour === row.hour && category === row.category);
    return own ? { ...row, time: row.time - own.time, passTime: row.passTime - own.passTime } : row;
  });
  return totals.reduce((left, total) => {
    const sum = (all: readonly HourTotal[], key: 'time' | 'passTime') =>
      all.reduce((so, each) => so + each[key], 0);
    const among = left.filter(({ category }) => category === total.category);
    const share = (key: 'time' | 'passTime') => {
      const [rest, all] = [total[key] - sum(visited, key), sum(among, key)];
      return all > 0 ? Math.min(1, Math.max(0, rest / all)) : 0;
    };
    const [time, passTime] = [share('time'), share('passTime')];
    return left.map(row =>
      row.category === total.category
        ? {
            ...row,
            time: Math.round(row.time * (1 - time)),
            passTime: Math.round(row.passTime * (1 - passTime)),
          }
        : row,
    );
  }, known);
}
