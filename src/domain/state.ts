import { type Access, NO_ACCESS } from './access';
import type { PendingEdit } from './cooling';
import type { Door } from './door';
import type { Streak } from './nudge';
import type { Pass } from './pass';
import type { Pattern } from './pattern';
import type { Remark } from './remark';
import type { Rock } from './rock';
import { type CategoryId, DEFAULT_SETTINGS, type Settings } from './settings';
import { SHUT_DOOR } from './shut-door';
import { NOTHING_SPENT, type Spent } from './spent';
import type { DayKey, Instant, Zone } from './time';
import { NEW_TRACKER, type Tracker } from './tracker';
import type { Visit } from './visit';

/** Everything that decides what happens next. Each key is one row of the database. */
export interface State {
  settings: Settings;
  /** The rock pinned last, of whatever day; null until the very first one. */
  rock: Rock | null;
  /** The last day for which the rock was put aside. */
  asideOn: DayKey | null;
  door: Door;
  /** Changes of the settings that wait, oldest first. */
  pending: readonly PendingEdit[];
  tracker: Tracker;
  spent: Spent;
  streak: Streak | null;
  access: Access;
  /** The database was lost and begun again with what the copy beside it held; said until somebody has read it. */
  isRestored: boolean;
}

/** A navigation that ended on the block page. */
export interface Attempt {
  id: string;
  at: Instant;
  zone: Zone;
  day: DayKey;
  site: Pattern;
  category: CategoryId;
}

/** What a step leaves behind for ever, beside the state. */
export interface Records {
  visits: readonly Visit[];
  attempts: readonly Attempt[];
  rocks: readonly Rock[];
  passes: readonly Pass[];
  remarks: readonly Remark[];
}

export const NO_RECORDS: Records = { visits: [], attempts: [], rocks: [], passes: [], remarks: [] };

export const isEmpty = (records: Records): boolean =>
  Object.values(records).every((rows: readonly unknown[]) => rows.length === 0);

/** The records of two steps, one after the other. */
export const bothRecords = (one: Records, other: Records): Records => ({
  visits: [...one.visits, ...other.visits],
  attempts: [...one.attempts, ...other.attempts],
  rocks: [...one.rocks, ...other.rocks],
  passes: [...one.passes, ...other.passes],
  remarks: [...one.remarks, ...other.remarks],
});

export const NEW_STATE: State = {
  settings: DEFAULT_SETTINGS,
  rock: null,
  asideOn: null,
  door: SHUT_DOOR,
  pending: [],
  tracker: NEW_TRACKER,
  spent: NOTHING_SPENT,
  streak: null,
  access: NO_ACCESS,
  isRestored: false,
};
