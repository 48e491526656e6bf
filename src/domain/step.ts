import { accessSeen } from './access';
import { asideAsked, putAside } from './aside';
import { edited, withDueEdits, withoutPending } from './cooling';
import { withDayTerms } from './day-terms';
import { type Deletion, historyDeleted } from './deletion';
import {
  type Awaited,
  type DoorFault,
  doorAt,
  doorsShut,
  type PassDraft,
  passAnswered,
  passAsked,
  passBegun,
  tabClosed,
  waitStopped,
} from './door';
import type { SettingsEdit, SettingsFault, SiteChoice } from './edit-settings';
import { withNudge } from './nudge';
import type { Observation } from './observation';
import type { PassOutcome } from './pass';
import type { Pattern } from './pattern';
import { bothRecords, NO_RECORDS, type Records } from './records';
import type { Remark } from './remark';
import { withReminders } from './reminder';
import { type ReviewDraft, type ReviewFault, reviewKept } from './review';
import type { RockDraft, RockFault } from './rock';
import { described, done, pickedUp, pinned, reopened, type SwapIds, swapped, todayOf } from './rock-steps';
import { siteFor, siteListOf } from './site-list';
import { spentWith } from './spent';
import type { State } from './state';
import type { Moment } from './time';
import { observe, restart, type Tracked } from './tracker';

/** Something that happened, stamped with when. Ids are handed in: nothing here draws them. */
export type Event =
  | ({ type: 'observed' } & Observation)
  | ({ type: 'browser-started' } & Moment)
  | ({ type: 'address-blocked'; id: string; address: string } & Moment)
  | ({ type: 'rock-pinned'; id: string; draft: RockDraft } & Moment)
  | ({ type: 'rock-picked-up'; id: string } & Moment)
  | ({ type: 'rock-swapped'; ids: SwapIds; draft: RockDraft } & Moment)
  | ({ type: 'rock-done' } & Moment)
  | ({ type: 'rock-reopened' } & Moment)
  | ({ type: 'progress-described'; movedForward: string } & Moment)
  | ({ type: 'pass-asked'; draft: PassDraft } & Moment)
  | ({ type: 'pass-begun'; id: string; tabId: number } & Moment)
  | ({ type: 'pass-answered'; id: string; outcome: PassOutcome } & Moment)
  | ({ type: 'aside-asked' } & Moment)
  | ({ type: 'put-aside'; id: string } & Moment)
  | ({ type: 'wait-stopped'; what: Awaited; tabId: number | null } & Moment)
  | ({ type: 'tab-closed'; tabId: number } & Moment)
  | ({ type: 'access-seen'; id: string; patterns: readonly Pattern[] } & Moment)
  | ({ type: 'settings-edited'; id: string; edit: SettingsEdit | SiteChoice } & Moment)
  | ({ type: 'edit-cancelled'; id: string } & Moment)
  | ({ type: 'review-kept'; week: string; draft: ReviewDraft } & Moment)
  | ({ type: 'history-deleted'; id: string; what: Deletion } & Moment)
  | ({ type: 'restore-acknowledged'; id: string } & Moment);

export type Fault = RockFault | SettingsFault | DoorFault | ReviewFault;

/** What an event makes of the state; with a fault the state is as it was, but for what was over by itself. */
export interface Step {
  state: State;
  records: Records;
  fault: Fault | null;
}

type Stepped = { state: State; records: Records } | { fault: Fault };

/** The product in one function: no clock, no chance, no browser. */
export function step(state: State, event: Event): Step {
  const due = dueAt(state, event);
  const stepped = taken(due.state, event);
  const after = 'fault' in stepped ? due : both(due, stepped);
  return { ...after, fault: 'fault' in stepped ? stepped.fault : null };
}

/** What has come about by itself by this moment. */
function dueAt(state: State, moment: Moment): { state: State; records: Records } {
  return doorAt(withDueEdits(state, moment), moment);
}

function taken(state: State, event: Event): Stepped {
  const { dayStart } = state.settings;
  switch (event.type) {
    case 'observed':
      return reminded(
        withDayTerms(state, tracked(state, observe(state.tracker, event, dayStart), event), event),
        event,
      );
    case 'browser-started': {
      const shut = doorsShut(state, event);
      return both(shut, tracked(shut.state, restart(state.tracker, dayStart), event));
    }
    case 'address-blocked':
      return attempted(state, event.id, event.address, event);
    case 'rock-pinned':
      return pinned(state, event.draft, event.id, event);
    case 'rock-picked-up':
      return pickedUp(state, event.id, event);
    case 'rock-swapped':
      return swapped(state, event.draft, event.ids, event);
    case 'rock-done':
      return done(state, event);
    case 'rock-reopened':
      return reopened(state, event);
    case 'progress-described':
      return described(state, event.movedForward, event);
    case 'pass-asked':
      return passAsked(state, event.draft, event);
    case 'pass-begun':
      return passBegun(state, event.id, event.tabId, event);
    case 'pass-answered':
      return passAnswered(state, event.id, event.outcome, event);
    case 'aside-asked':
      return asideAsked(state, event);
    case 'put-aside':
      return putAside(state, event.id, event);
    case 'wait-stopped':
      return waitStopped(state, event.what, event.tabId);
    case 'tab-closed':
      return tabClosed(state, event.tabId, event);
    case 'access-seen':
      return accessSeen(state, event.patterns, event.id, event);
    case 'settings-edited': {
      const result = edited(state, event.edit, event.id, event);
      return 'fault' in result ? result : same(result.state);
    }
    case 'edit-cancelled':
      return same(withoutPending(state, event.id));
    case 'review-kept': {
      const result = reviewKept(event.week, event.draft, event.at);
      return 'fault' in result ? result : { state, ...result };
    }
    case 'history-deleted':
      return historyDeleted(state, event.what, event.id, event);
    case 'restore-acknowledged':
      return acknowledged(state, event.id, event);
  }
}

const same = (state: State): { state: State; records: Records } => ({ state, records: NO_RECORDS });

const both = (one: { records: Records }, other: { state: State; records: Records }) => ({
  ...other,
  records: bothRecords(one.records, other.records),
});

function tracked(
  state: State,
  { tracker, visits }: Tracked,
  moment: Moment,
): { state: State; records: Records } {
  const spent = visits.length > 0 ? spentWith(state.spent, visits) : state.spent;
  const isSame = tracker === state.tracker && spent === state.spent;
  const next = isSame ? state : { ...state, tracker, spent };
  return { state: withNudge(next, moment), records: { ...NO_RECORDS, visits } };
}

const reminded = (
  { state, records }: { state: State; records: Records },
  moment: Moment,
): { state: State; records: Records } => ({ state: withReminders(state, moment), records });

/** That the history was lost and restored belongs in the report, for what was lost with it is not there. */
function acknowledged(state: State, id: string, { at, zone }: Moment) {
  if (!state.isRestored) return same(state);
  const day = todayOf(state, { at, zone });
  const remark: Remark = { id, at, zone, day, what: 'history restored', site: null };
  return { state: { ...state, isRestored: false }, records: { ...NO_RECORDS, remarks: [remark] } };
}

/** An address that is not listed leaves no trace: the block page can be opened with anything. */
function attempted(state: State, id: string, address: string, { at, zone }: Moment) {
  const site = siteFor(siteListOf(state.settings.sites), address);
  if (!site) return same(state);
  const attempt = { id, at, zone, day: todayOf(state, { at, zone }), ...site };
  return { state, records: { ...NO_RECORDS, attempts: [attempt] } };
}
