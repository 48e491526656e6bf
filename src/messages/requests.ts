import type { PendingEdit } from '../domain/cooling';
import type { DayReport } from '../domain/day-report';
import type { DayStory } from '../domain/day-story';
import type { Deletion } from '../domain/deletion';
import type { Awaited } from '../domain/door';
import type { SettingsEdit, SiteChoice } from '../domain/edit-settings';
import type { Export } from '../domain/export';
import type { Gate } from '../domain/gate';
import type { ImportRefusal } from '../domain/import-fault';
import type { ImportSummary } from '../domain/merge';
import type { PassMinutes, PassOutcome } from '../domain/pass';
import type { Pattern } from '../domain/pattern';
import type { PeriodReport } from '../domain/period-report';
import type { ReviewDraft } from '../domain/review';
import type { Rock, RockDraft } from '../domain/rock';
import type { HourRange, Settings } from '../domain/settings';
import type { Place } from '../domain/site-list';
import type { Standing } from '../domain/standing';
import type { Fault as StepFault } from '../domain/step';
import type { Takings } from '../domain/takings';
import type { DayKey, Duration, Instant, Zone } from '../domain/time';
import type { Trouble } from '../domain/trouble';

/** What pages may ask of the background, and what they get. Client, server and test fakes follow from it. */
export interface Requests {
  readToday(args: Empty): Today;
  pinRock(args: RockDraft): null;
  /** Another task takes the place of the open one. */
  swapRock(args: RockDraft): null;
  pickUpRock(args: Empty): null;
  finishRock(args: Empty): null;
  describeProgress(args: { movedForward: string }): null;
  reopenRock(args: Empty): null;
  /** It has been read that the history was restored. */
  acknowledgeRestore(args: Empty): null;
  readBlocked(args: { address: string }): Blocked;
  /** A navigation ended on the block page. */
  reportAttempt(args: { address: string }): null;
  /** Begins the wait for a pass to the address, in the asking tab. */
  askForPass(args: { address: string; purpose: string; minutes: PassMinutes }): null;
  /** Begins the pass that the asking tab has waited for. */
  beginPass(args: Empty): null;
  answerPass(args: { id: string; outcome: PassOutcome }): null;
  /** Begins the wait to put the rock aside; `sentence` is what the person has typed. */
  askToPutAside(args: { sentence: string }): null;
  /** Puts the rock aside when that was waited for: everything opens for the day. */
  putRockAside(args: Empty): null;
  /** The asking tab waits no more for its pass, or nobody any more to put the rock aside. */
  stopWaiting(args: { what: Awaited }): null;
  /** *Back to my rock*: closes the asking tab, or goes back if it is the last one. */
  leaveBlockPage(args: { hasHistory: boolean }): null;
  readDay(args: { day: string | null }): DayReport & DayStory & Takings & Health;
  /** `period` names a week, a month or a year: `2026-W48`, `2026-11`, `2026`. */
  readPeriod(args: { period: string }): PeriodReport & Takings & Health;
  keepReview(args: { week: string } & ReviewDraft): null;
  /** Deletes some of the history for good. What decides what is blocked stays. */
  deleteHistory(args: { what: Deletion }): null;
  exportAll(args: Empty): Export;
  /**
   * `file` is an export file as `JSON.parse` gives it; nothing is changed where it is refused, nor with `preview`, which
   * tells what an import would do.
   */
  importHistory(args: { file: unknown; preview: boolean }): Imported;
  readSettings(args: Empty): SettingsAndAccess;
  /** What loosens anything waits while sites are blocked: it is among `pending` then. */
  editSettings(args: SettingsEdit | SiteChoice): null;
  /** Takes back a change that waits. */
  cancelEdit(args: { id: string }): null;
}

export type Empty = Record<never, never>;
export type RequestName = keyof Requests;
export type Arguments<N extends RequestName> = Parameters<Requests[N]>[0];
export type Reply<N extends RequestName> = ReturnType<Requests[N]>;

/** Set while something is wrong that the user should know: the database does not open or takes nothing. */
export interface Health {
  trouble: Trouble | null;
}

/** The day as the popup shows it. */
export interface Today extends DayReport, Health {
  rock: Rock | null;
  unfinished: Rock | null;
  /** The last seven days' rocks, oldest first. */
  cairn: readonly Rock[];
  gate: Gate;
  /** Whether any site is blocked. */
  isBlocking: boolean;
  /** Passes that are on. */
  passes: readonly { id: string; site: Pattern; purpose: string; endsAt: Instant }[];
  workEndsAt: Instant | null;
  workStartsAt: Instant | null;
  thisSite: { site: Pattern; categoryName: string; time: Duration; blocked: boolean } | null;
  /** What is in front and not on the list, where the browser lets us see it. */
  otherSite: Place | null;
  theme: string;
  /** Listed sites that the browser does not let us see. */
  withoutAccess: number;
  /** The history was restored from the copy, and nobody has said yet that they have read so. */
  isRestored: boolean;
}

/** What the block page shows. `address` is null unless it is of the web. */
export interface Blocked extends Health {
  address: string | null;
  site: Pattern | null;
  blocked: boolean;
  rock: Rock | null;
  unfinished: Rock | null;
  question: string;
  /** What the day is about; empty where that was not said. */
  theme: string;
  day: DayKey;
  attempts: number;
  siteTime: Duration;
  /** Why the site is blocked; null where it is not. */
  because: BlockReason | null;
  /** When it opens by itself, where it is blocked by windows or a limit. */
  terms: BlockTerms | null;
  door: DoorView;
  betterThings: readonly string[];
}

export type BlockReason = Extract<Standing, { blocked: true }>['because'];

/** What a category's windows or limit say. */
export interface BlockTerms {
  categoryName: string;
  windows: readonly HourRange[];
  limit: Duration;
  /** They hold only until the rock is done. */
  endsWhenDone: boolean;
}

/** The ways on as the asking tab has them. */
export interface DoorView {
  passesLeft: number;
  /** How many there are in a day; none in strict mode. */
  passesADay: number;
  /** Milliseconds that a pass has to be waited for, if it is asked for now. */
  passWait: Duration;
  /** What this tab waits for, for the site of this page. */
  asked: { purpose: string; minutes: PassMinutes; opensAt: Instant } | null;
  asideWait: Duration;
  asideOpensAt: Instant | null;
  /** A pass of today that is over and of which nobody has said whether it was of use. */
  unanswered: { id: string; purpose: string; site: Pattern } | null;
}

export type Imported = { imported: ImportSummary } | { refused: ImportRefusal };

export interface SettingsAndAccess extends Health {
  settings: Settings;
  /** Changes that wait, oldest first. */
  pending: readonly PendingEdit[];
  isBlocking: boolean;
  today: DayKey;
  zone: Zone;
  /** Host permissions the browser has granted, as match patterns. */
  origins: readonly string[];
  withoutAccess: readonly Pattern[];
  /** Listed sites, exceptions among them, that the browser has no rule for: their pages begin to load. */
  leftOut: readonly Pattern[];
}

/** Why a request was refused; pages have a sentence for each. */
export type Fault =
  | StepFault
  | Trouble
  | 'malformed'
  | 'other-sentence'
  | 'not-in-a-tab'
  | 'not-a-day'
  | 'not-a-period'
  | 'unreachable'
  | 'internal';

/** What goes over the wire in answer to a request. */
export type Answer<N extends RequestName> = { value: Reply<N> } | { fault: Fault };
