import { type Access, NO_ACCESS } from './access';
import type { PendingEdit } from './cooling';
import type { DayTerms } from './day-terms';
import { type Door, SHUT_DOOR } from './door';
import type { Streak } from './nudge';
import { NOT_REMINDED, type Reminded } from './reminder';
import type { Rock } from './rock';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { NOTHING_SPENT, type Spent } from './spent';
import type { DayKey } from './time';
import { NEW_TRACKER, type Tracker } from './tracker';

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
  reminded: Reminded;
  access: Access;
  /** What holds on the day that was seen last. */
  terms: DayTerms | null;
  /** The database was lost and begun again with what the copy beside it held; said until somebody has read it. */
  isRestored: boolean;
}

export const NEW_STATE: State = {
  settings: DEFAULT_SETTINGS,
  rock: null,
  asideOn: null,
  door: SHUT_DOOR,
  pending: [],
  tracker: NEW_TRACKER,
  spent: NOTHING_SPENT,
  streak: null,
  reminded: NOT_REMINDED,
  access: NO_ACCESS,
  terms: null,
  isRestored: false,
};
