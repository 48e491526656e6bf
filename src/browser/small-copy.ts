import browser from 'webextension-polyfill';
import { readSmallCopy, readSmallDay, type SmallCopy, type SmallDay } from '../domain/small-copy';

/** The key of a day, before its date. */
const DAY = 'day/';

/** What is written together is stored together or not at all. */
export async function writeCopy({
  days = [],
  ...part
}: Partial<SmallCopy> & { days?: readonly SmallDay[] }): Promise<void> {
  const byDay = days.map(({ day, totals, rocks }) => [DAY + day, { totals, rocks }]);
  await browser.storage.local.set({ ...part, ...Object.fromEntries(byDay) });
}

export async function readCopy(): Promise<SmallCopy> {
  return readSmallCopy(await browser.storage.local.get(['kept', 'unwritten']));
}

export async function readCopiedDays(): Promise<SmallDay[]> {
  const everything = Object.entries(await browser.storage.local.get(null));
  return everything.flatMap(([key, value]) => {
    const day = key.startsWith(DAY) ? readSmallDay(key.slice(DAY.length), value) : null;
    return day ? [day] : [];
  });
}
