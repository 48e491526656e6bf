import { ask, PAGES } from '../../browsers';
import type { BrowserSession } from '../../harness/browser-session';

/** Of *Export JSON*, what says how long. */
export interface Exported {
  readonly visits: readonly { readonly start: string; readonly end: string; readonly site: string }[];
  readonly days: readonly { readonly day: string; readonly site: string; readonly seconds: number }[];
}

/** Everything recorded, read from a page of the extension that then goes away. */
export async function readRecorded(session: BrowserSession): Promise<Exported> {
  const report = await session.openExtensionPage(PAGES.report);
  const exported = await ask<Exported>(report, 'exportAll');
  await report.close();
  return exported;
}

/** Seconds by site. The day totals have to say the same as the visits, or neither can be relied upon. */
export function recordedBySite({ visits, days }: Exported): Map<string, number> {
  const byVisits = sums(visits.map(visit => [visit.site, lengthOf(visit)]));
  const byDays = sums(days.map(({ site, seconds }) => [site, seconds]));
  for (const site of new Set([...byVisits.keys(), ...byDays.keys()])) {
    const [one = 0, other = 0] = [byVisits.get(site), byDays.get(site)];
    if (Math.abs(one - other) > 0.001) throw new Error(`${site}: ${one} s of visits, but ${other} s of days`);
  }
  return byVisits;
}

/** Seconds. */
export const lengthOf = ({ start, end }: Exported['visits'][number]): number =>
  (Date.parse(end) - Date.parse(start)) / 1000;

export function sums(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const [key, value] of entries) sum.set(key, (sum.get(key) ?? 0) + value);
  return sum;
}
