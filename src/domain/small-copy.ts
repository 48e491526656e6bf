import { isAttempt, isDayTotal, isRock, isVisit, passing, readTracker } from './record-shapes';
import type { Rock } from './rock';
import { readSettings } from './settings';
import type { Records, State } from './state';
import { type DayKey, dayKey } from './time';
import type { DayTotal } from './totals';

/** What is kept of the state beside the database. */
export type Kept = Pick<State, 'settings' | 'rock'>;

/** Everything small that belongs to one day. */
export interface SmallDay {
  day: DayKey;
  totals: readonly DayTotal[];
  rocks: readonly Rock[];
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
  /** The settings and the rock as last written; null before the first time. */
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
    tracker: readTracker(rows.tracker),
    isRestored: rows.isRestored === true,
  };
}

export function readSmallCopy(raw: { kept?: unknown; unwritten?: unknown }): SmallCopy {
  const kept = isObject(raw.kept) ? keptOf(readState(raw.kept, null)) : null;
  return { kept, unwritten: isObject(raw.unwritten) ? readUnwritten(raw.unwritten, kept) : null };
}

export const keptOf = ({ settings, rock }: State): Kept => ({ settings, rock });

/** A day of the copy from anything stored; null where not even the day is known. */
export function readSmallDay(name: string, raw: unknown): SmallDay | null {
  const day = dayKey(name);
  if (day === null || !isObject(raw)) return null;
  return { day, totals: passing(raw['totals'], isDayTotal), rocks: passing(raw['rocks'], isRock) };
}

const STATE_KEYS: readonly string[] = ['settings', 'rock', 'tracker', 'isRestored'] satisfies (keyof State)[];

function readUnwritten(raw: Raw, kept: Kept | null): Unwritten {
  const { state, changed, records } = raw;
  return {
    state: readState(isObject(state) ? state : {}, kept),
    changed: passing(changed, (key): key is keyof State => STATE_KEYS.includes(key as string)),
    records: passing(records, isObject).map(each => ({
      visits: passing(each['visits'], isVisit),
      attempts: passing(each['attempts'], isAttempt),
      rocks: passing(each['rocks'], isRock),
    })),
  };
}
