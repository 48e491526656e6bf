import type { Pattern } from './pattern';
import type { Rock } from './rock';
import { type CategoryId, DEFAULT_SETTINGS, type Settings } from './settings';
import type { DayKey, Instant, Zone } from './time';
import { NEW_TRACKER, type Tracker } from './tracker';
import type { Visit } from './visit';

/** Everything that decides what happens next. Each key is one row of the database. */
export interface State {
  settings: Settings;
  /** The rock pinned last, of whatever day; null until the very first one. */
  rock: Rock | null;
  tracker: Tracker;
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
}

export const NO_RECORDS: Records = { visits: [], attempts: [], rocks: [] };

export const isEmpty = ({ visits, attempts, rocks }: Records): boolean =>
  visits.length + attempts.length + rocks.length === 0;

export const NEW_STATE: State = {
  settings: DEFAULT_SETTINGS,
  rock: null,
  tracker: NEW_TRACKER,
  isRestored: false,
};
