import type { Export } from './export';
import type { ForeignDay } from './foreign-file';
import type { Settings } from './settings';
import { siteFor, siteListOf } from './site-list';
import type { DayKey, Moment } from './time';

/**
 * The days of a rival's history as a file of ours, which is then imported as any other. Only sites of the person's own
 * list are of interest, and only days before the first that was measured here: a figure of ours is never replaced by one
 * of theirs. Several hosts of a site are added up; checks are left out, for rivals count something else.
 */
export function historyFile(
  days: readonly ForeignDay[],
  settings: Settings,
  before: DayKey | null,
  { at, zone }: Moment,
): Export {
  const list = siteListOf(settings.sites);
  const names = new Map(settings.categories.map(({ id, name }) => [id, name]));
  const rows = new Map<string, Export['days'][number]>();
  for (const { day, pattern, seconds } of days) {
    const listed = siteFor(list, `https://${pattern}/`);
    if (!listed || seconds === 0 || (before !== null && day >= before)) continue;
    const key = `${day} ${listed.site}`;
    const row = rows.get(key);
    rows.set(key, {
      day,
      site: listed.site,
      category: names.get(listed.category) ?? listed.category,
      seconds: Math.min(24 * 3600, (row?.seconds ?? 0) + seconds),
      checks: 0,
      attempts: 0,
      passSeconds: 0,
    });
  }
  return {
    format: 'big-rock',
    version: 1,
    exportedAt: new Date(at).toISOString(),
    timeZone: zone,
    settings,
    rocks: [],
    visits: [],
    passes: [],
    days: [...rows.values()],
    hours: [],
    attempts: [],
    remarks: [],
    workdays: [],
    reviews: [],
  };
}
