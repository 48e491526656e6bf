import type { DayTerms } from './day-terms';
import {
  isAttempt,
  isDayTerms,
  isDayTotal,
  isPass,
  isRemark,
  isReview,
  isRock,
  isVisit,
  passing,
  readTracker,
} from './record-shapes';
import type { Records } from './records';
import type { Review } from './review';
import type { Rock } from './rock';
import { readSettings } from './settings-schema';
import { NEW_STATE, type State } from './state';
import {
  readAccess,
  readDayKey,
  readDoor,
  readPending,
  readReminded,
  readSpent,
  readStreak,
} from './state-shapes';
import { type DayKey, dayKey } from './time';
import type { DayTotal } from './totals';

/** What is kept of the state beside the database. */
export type Kept = Pick<State, (typeof KEPT_KEYS)[number]>;

export const KEPT_KEYS = ['settings', 'rock', 'asideOn', 'pending'] as const satisfies (keyof State)[];

/** Everything small that belongs to one day. */
export interface SmallDay {
  day: DayKey;
  totals: readonly DayTotal[];
  rocks: readonly Rock[];
  terms: readonly DayTerms[];
  /** Of the week that begins with it. */
  reviews: readonly Review[];
}

/** What the database would not take. */
export interface Unwritten {
  /** The state it led to. */
  state: State;
  /** What of the state it has changed; of the rest, the database may know better. */
  changed: readonly (keyof State)[];
  /** Oldest first. */
  records: readonly Records[];
}

/** The part of the copy that is at hand all the time; the days beside it are read only when they are needed. */
export interface SmallCopy {
  /** As last written; null before the first time. */
  kept: Kept | null;
  unwritten: Unwritten | null;
}

type Raw = Record<string, unknown>;

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null;

/** The state from rows of any shape. What does not pass falls back to what was kept, or else to what it is at first. */
export function readState(rows: { [K in keyof State]?: unknown }, kept: Kept | null): State {
  const rock = rows.rock ?? null;
  return {
    settings: readSettings(rows.settings, kept?.settings).settings,
    rock: rock === null || isRock(rock) ? rock : (kept?.rock ?? null),
    asideOn: readDayKey(rows.asideOn),
    door: readDoor(rows.door),
    pending: readPending(rows.pending),
    tracker: readTracker(rows.tracker),
    spent: readSpent(rows.spent),
    streak: readStreak(rows.streak),
    reminded: readReminded(rows.reminded),
    access: readAccess(rows.access),
    terms: isDayTerms(rows.terms) ? rows.terms : null,
    isRestored: rows.isRestored === true,
  };
}

export function readSmallCopy(raw: { kept?: unknown; unwritten?: unknown }): SmallCopy {
  const kept = isObject(raw.kept) ? keptOf(readState(raw.kept, null)) : null;
  return { kept, unwritten: isObject(raw.unwritten) ? readUnwritten(raw.unwritten, kept) : null };
}

export const keptOf = ({ settings, rock, asideOn, pending }: Kept): Kept => ({
  settings,
  rock,
  asideOn,
  pending,
});

/** Whether two states differ in what is kept. */
export const isKeptSame = (one: Kept, other: Kept): boolean =>
  KEPT_KEYS.every(key => one[key] === other[key]);

/** A day of the copy from anything stored; null where not even the day is known. */
export function readSmallDay(name: string, raw: unknown): SmallDay | null {
  const day = dayKey(name);
  if (day === null || !isObject(raw)) return null;
  return {
    day,
    totals: passing(raw['totals'], isDayTotal),
    rocks: passing(raw['rocks'], isRock),
    terms: passing(raw['terms'], isDayTerms),
    reviews: passing(raw['reviews'], isReview),
  };
}

/** Every row of the state. */
export const STATE_KEYS = Object.keys(NEW_STATE) as (keyof State)[];

function readUnwritten(raw: Raw, kept: Kept | null): Unwritten {
  const { state, changed, records } = raw;
  return {
    state: readState(isObject(state) ? state : {}, kept),
    changed: passing(changed, (key): key is keyof State => (STATE_KEYS as readonly unknown[]).includes(key)),
    records: passing(records, isObject).map(each => ({
      visits: passing(each['visits'], isVisit),
      attempts: passing(each['attempts'], isAttempt),
      rocks: passing(each['rocks'], isRock),
      passes: passing(each['passes'], isPass),
      remarks: passing(each['remarks'], isRemark),
      terms: passing(each['terms'], isDayTerms),
      reviews: passing(each['reviews'], isReview),
    })),
  };
}
