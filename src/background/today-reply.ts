import type { InFront } from '../browser/look-around';
import { dayReport } from '../domain/day-report';
import { openPasses } from '../domain/door';
import { gateAt } from '../domain/gate';
import { sitesWithoutAccess } from '../domain/origin';
import { blockerOf } from '../domain/projection';
import { themeOf } from '../domain/question';
import { type Rock, rockOf, unfinishedBefore } from '../domain/rock';
import { entryFor, placeOf, siteListOf } from '../domain/site-list';
import { blockedCategories } from '../domain/standing';
import { nextWorkStart, workEnd } from '../domain/work-hours';
import type { Today } from '../messages/requests';
import type { Situation } from './situation';

export interface Surroundings {
  shown: Pick<InFront, 'address' | 'tabId'>;
  origins: readonly string[];
  /** The last seven days' rocks. */
  cairn: readonly Rock[];
}

/** The day as the popup shows it. */
export function todayReply(
  { state, moment, material, trouble }: Situation,
  { shown: { address, tabId }, origins, cairn }: Surroundings,
): Today {
  const report = dayReport(material);
  const { settings, door } = state;
  const entry = address === null ? null : entryFor(siteListOf(settings.sites), address);
  const listed = entry && !entry.exception ? entry : null;
  const total = report.sites.find(({ site }) => site === listed?.pattern);
  return {
    ...report,
    trouble,
    rock: rockOf(report.today, state.rock),
    unfinished: unfinishedBefore(report.today, state.rock),
    cairn,
    gate: gateAt(state, moment),
    isBlocking: blockedCategories(state, moment).size > 0,
    passes: openPasses(door).map(({ id, site, purpose, endsAt }) => ({ id, site, purpose, endsAt })),
    workEndsAt: workEnd(moment, settings.workHours),
    workStartsAt: nextWorkStart(moment, settings.workHours),
    thisSite: listed && {
      site: listed.pattern,
      categoryName: settings.categories.find(({ id }) => id === listed.category)?.name ?? listed.category,
      time: total?.time ?? 0,
      blocked: address !== null && blockerOf(state, moment)(address, tabId),
    },
    otherSite: entry || address === null ? null : placeOf(address),
    theme: themeOf(report.today, settings),
    withoutAccess: sitesWithoutAccess(settings.sites, origins).length,
    isRestored: state.isRestored,
  };
}
