import { addDays, dayOf } from './calendar';
import type { Settings } from './settings';
import type { DayKey, Moment } from './time';
import { isWorkday } from './work-hours';

/** So many workdays are only measured, where that was chosen; they become the baseline. */
export const WATCHED_DAYS = 5;

/** Nobody who works at all waits longer than this for five workdays to be over. */
const LONGEST = 366;

/** Whether today is only measured, before blocking begins by itself. */
export function isWatching(moment: Moment, settings: Settings): boolean {
  const { watchFrom, dayStart } = settings;
  return watchFrom !== null && dayOf(moment, dayStart) < watchEnd(watchFrom, settings);
}

/** The first day that is not only measured any more: the one after the fifth workday. */
export function watchEnd(watchFrom: DayKey, settings: Pick<Settings, 'workHours' | 'daysOff'>): DayKey {
  let day = watchFrom;
  let watched = 0;
  for (let passed = 0; passed < LONGEST && watched < WATCHED_DAYS; passed++) {
    if (isWorkday(day, settings)) watched++;
    day = addDays(day, 1);
  }
  return day;
}
