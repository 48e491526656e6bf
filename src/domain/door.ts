import { dayOf } from './calendar';
import {
  type AskedPass,
  type HeldPass,
  overAt,
  type PassFault,
  type PassMinutes,
  type PassOutcome,
  passAt,
  purposeOf,
  recordOf,
  waitAfter,
} from './pass';
import type { Pattern } from './pattern';
import { NO_RECORDS, type Records } from './records';
import { passesOf } from './settings';
import { siteFor, siteListOf } from './site-list';
import { blockedCategories } from './standing';
import type { State } from './state';
import { type DayKey, type Instant, instant, MINUTE, type Moment } from './time';
import { lapseOf, type Wait, waitAt } from './wait';

/** The ways on from the block page: what was asked for, and what is open on purpose. */
export interface Door {
  /** One at a time: whoever asks again, also elsewhere, waits anew. */
  asked: AskedPass | null;
  /** Since when and until when somebody waits to put the rock aside. */
  asideAsked: Wait | null;
  /** The day's passes, over ones included, oldest first. */
  passes: readonly HeldPass[];
}

export const SHUT_DOOR: Door = { asked: null, asideAsked: null, passes: [] };

export type DoorFault = PassFault | 'nothing-blocked';

/** The state after something at the door, and what is recorded of it; or why it was refused. */
export type Passed = { state: State; records: Records } | { fault: DoorFault };

/** What a person can wait for, and change their mind about. */
export type Awaited = 'pass' | 'aside';

export interface PassDraft {
  address: string;
  purpose: string;
  minutes: PassMinutes;
  tabId: number;
}

/** How many passes there were on a day. */
export const passesOn = ({ passes }: Door, day: DayKey): number =>
  passes.filter(pass => pass.day === day).length;

/** How many passes today has left. */
export const passesLeft = ({ settings, door }: State, moment: Moment): number =>
  Math.max(0, passesOf(settings) - passesOn(door, dayOf(moment, settings.dayStart)));

/** The pass by which a site is open in a tab, or null. */
export const passFor = ({ passes }: Door, tabId: number | null, site: Pattern): HeldPass | null =>
  passes.find(pass => pass.tabId === tabId && pass.site === site && !pass.isOver) ?? null;

/** The passes that are on. */
export const openPasses = ({ passes }: Door): readonly HeldPass[] => passes.filter(({ isOver }) => !isOver);

/** Begins the wait for a pass. Asking the same thing again in the same tab changes nothing. */
export function passAsked(state: State, draft: PassDraft, moment: Moment): Passed {
  const { settings, door } = state;
  const read = purposeOf(draft.purpose);
  if ('fault' in read) return read;
  const site = siteFor(siteListOf(settings.sites), draft.address);
  if (!site || !blockedCategories(state, moment).has(site.category)) return { fault: 'not-blocked' };
  if (passesLeft(state, moment) === 0) return { fault: 'no-passes-left' };
  const { purpose } = read;
  const { tabId, minutes, address } = draft;
  const wait = waitAfter(passesOn(door, dayOf(moment, settings.dayStart)));
  const isSame = door.asked?.tabId === tabId && door.asked.site === site.site;
  const times =
    isSame && door.asked
      ? { askedAt: door.asked.askedAt, opensAt: door.asked.opensAt }
      : { askedAt: moment.at, opensAt: instant(moment.at + wait) };
  const asked: AskedPass = { tabId, address, ...site, purpose, minutes, ...times };
  return { state: { ...state, door: { ...door, asked } }, records: NO_RECORDS };
}

/** Begins the pass that this tab has waited for. */
export function passBegun(state: State, id: string, tabId: number, { at, zone }: Moment): Passed {
  const { settings, door } = state;
  const { asked } = door;
  if (asked === null || asked.tabId !== tabId) return { fault: 'nothing-asked-for' };
  if (at < asked.opensAt) return { fault: 'too-early' };
  if (passesLeft(state, { at, zone }) === 0) return { fault: 'no-passes-left' };
  const { site, category, purpose, minutes } = asked;
  const pass: HeldPass = {
    id,
    zone,
    day: dayOf({ at, zone }, settings.dayStart),
    site,
    category,
    purpose,
    minutes,
    startedAt: at,
    endsAt: instant(at + minutes * MINUTE),
    isOver: false,
    outcome: null,
    tabId,
    isWarned: false,
  };
  const others = door.passes.map(each => (each.tabId === tabId ? overAt(each, at) : each));
  return withPasses({ ...state, door: { ...door, asked: null } }, [...others, pass]);
}

/** Says whether what a pass was for is done; one that is still on ends with that. */
export function passAnswered(state: State, id: string, outcome: PassOutcome, { at }: Moment): Passed {
  const { passes } = state.door;
  if (!passes.some(pass => pass.id === id)) return { fault: 'unknown-pass' };
  return withPasses(
    state,
    passes.map(pass => (pass.id === id ? { ...overAt(pass, at), outcome } : pass)),
  );
}

/** Somebody has changed their mind while they waited. For a pass only its own tab can say so. */
export function waitStopped(state: State, what: Awaited, tabId: number | null): Passed {
  const { door } = state;
  const isOurs =
    what === 'aside' ? door.asideAsked !== null : door.asked !== null && door.asked.tabId === tabId;
  if (!isOurs) return { state, records: NO_RECORDS };
  const rest = what === 'aside' ? { asideAsked: null } : { asked: null };
  return { state: { ...state, door: { ...door, ...rest } }, records: NO_RECORDS };
}

/** Nobody waits on any more who has closed the tab; a pass is over with its tab. */
export function tabClosed(state: State, tabId: number, { at }: Moment): Passed {
  const { door } = state;
  const asked = door.asked?.tabId === tabId ? null : door.asked;
  const passes = door.passes.map(pass => (pass.tabId === tabId ? overAt(pass, at) : pass));
  return withPasses({ ...state, door: { ...door, asked } }, passes);
}

/** No tab of an earlier run of the browser is known any more. */
export function doorsShut(state: State, { at }: Moment): { state: State; records: Records } {
  const passes = state.door.passes.map(pass => overAt(pass, at));
  return withPasses({ ...state, door: { ...state.door, asked: null } }, passes);
}

/** What is over by itself at this moment: passes at their end, requests that were not followed up, an earlier day. */
export function doorAt(state: State, moment: Moment): { state: State; records: Records } {
  const { door, settings } = state;
  const day = dayOf(moment, settings.dayStart);
  const over = door.passes.map(pass => passAt(pass, moment.at));
  const next = { asked: waitAt(door.asked, moment.at), asideAsked: waitAt(door.asideAsked, moment.at) };
  const isSame = next.asked === door.asked && next.asideAsked === door.asideAsked;
  const ended = withPasses(isSame ? state : { ...state, door: { ...door, ...next } }, over);
  const kept = ended.state.door.passes.filter(pass => pass.day === day || !pass.isOver);
  if (kept.length === over.length) return ended;
  return { ...ended, state: { ...ended.state, door: { ...ended.state.door, passes: kept } } };
}

/** When requests lapse that nobody follows up. */
export const lapsesOf = ({ asked, asideAsked }: Door): Instant[] =>
  [asked, asideAsked].filter(wait => wait !== null).map(lapseOf);

/** With these passes; those that are not as they were are recorded. */
function withPasses(state: State, passes: readonly HeldPass[]): { state: State; records: Records } {
  const before = new Set(state.door.passes);
  const changed = passes.filter(pass => !before.has(pass));
  if (changed.length === 0) return { state, records: NO_RECORDS };
  const next = { ...state, door: { ...state.door, passes } };
  return { state: next, records: { ...NO_RECORDS, passes: changed.map(recordOf) } };
}
