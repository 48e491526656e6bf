import type { DayKey } from '../domain/time';
import type { Database } from './database';

/** Few enough that a commit never waits long for the transaction that deletes them. */
const AT_ONCE = 500;

/** Deletes visits and attempts of days before this one by the index of days, so that what stays is not looked at. */
export async function prune({ visits, attempts }: Database, before: DayKey): Promise<void> {
  for (const table of [visits, attempts]) {
    let deleted = AT_ONCE;
    while (deleted === AT_ONCE) deleted = await table.where('day').below(before).limit(AT_ONCE).delete();
  }
}
