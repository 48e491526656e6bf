import { asideWait } from '../domain/aside';
import { dayReport } from '../domain/day-report';
import { passesLeft, passesOn } from '../domain/door';
import { waitAfter } from '../domain/pass';
import type { Pattern } from '../domain/pattern';
import { blockerOf } from '../domain/projection';
import { questionOf, themeOf } from '../domain/question';
import { rockOf, unfinishedBefore } from '../domain/rock';
import { type Category, passesOf } from '../domain/settings';
import { siteFor, siteListOf, webAddress } from '../domain/site-list';
import { standingOf } from '../domain/standing';
import { MINUTE } from '../domain/time';
import type { Blocked, BlockReason, BlockTerms, DoorView } from '../messages/requests';
import type { Situation } from './situation';

/** What the block page shows in a tab. */
export function blockedReply(
  { state, moment, material, trouble }: Situation,
  address: string,
  tabId: number | null,
): Blocked {
  const { settings } = state;
  const web = webAddress(address);
  const site = web && siteFor(siteListOf(settings.sites), address);
  const category = settings.categories.find(({ id }) => id === site?.category);
  const standing = category && standingOf(category, state, moment);
  const { sites } = dayReport(material);
  return {
    trouble,
    address: web ? address : null,
    site: site?.site ?? null,
    blocked: blockerOf(state, moment)(address, tabId),
    because: standing?.blocked ? standing.because : null,
    terms: category && standing?.blocked ? termsOf(category, standing.because) : null,
    rock: rockOf(material.today, state.rock),
    unfinished: unfinishedBefore(material.today, state.rock),
    question: questionOf(material.today, settings),
    theme: themeOf(material.today, settings),
    betterThings: settings.betterThings,
    day: material.today,
    attempts: sites.reduce((all, { attempts }) => all + attempts, 0),
    siteTime: sites.find(each => each.site === site?.site)?.time ?? 0,
    door: doorView({ state, moment, material, trouble }, tabId, site?.site ?? null),
  };
}

function termsOf(category: Category, because: BlockReason): BlockTerms | null {
  if (because !== 'outside-windows' && because !== 'limit-used-up') return null;
  const { name, windows, limitMinutes, endsWhenDone } = category;
  return { categoryName: name, windows, limit: limitMinutes * MINUTE, endsWhenDone };
}

function doorView(
  { state, moment, material }: Situation,
  tabId: number | null,
  site: Pattern | null,
): DoorView {
  const { door, settings } = state;
  // Whoever has gone on to another site in the same tab does not wait for the one before.
  const asked = door.asked?.tabId === tabId && door.asked.site === site ? door.asked : null;
  const waiting = door.passes.filter(({ isOver, outcome }) => isOver && outcome === null);
  // That of the asking tab first: there somebody was just sent away from what they came for.
  const unanswered = waiting.findLast(pass => pass.tabId === tabId) ?? waiting.at(-1);
  return {
    passesLeft: passesLeft(state, moment),
    passesADay: passesOf(settings),
    passWait: waitAfter(passesOn(door, material.today)),
    asked: asked && { purpose: asked.purpose, minutes: asked.minutes, opensAt: asked.opensAt },
    asideWait: asideWait(settings),
    asideOpensAt: door.asideAsked?.opensAt ?? null,
    unanswered: unanswered ? { id: unanswered.id, purpose: unanswered.purpose, site: unanswered.site } : null,
  };
}
