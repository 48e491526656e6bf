import { atWallClock, dayOf, wallClock } from './calendar';
import { rockOf } from './rock';
import type { State } from './state';
import { type DayKey, HOUR, type Instant, type Moment } from './time';
import { isDayOff } from './work-hours';

/** On which day a person was last reminded of what. */
export interface Reminded {
  start: DayKey | null;
  evening: DayKey | null;
}

export const NOT_REMINDED: Reminded = { start: null, evening: null };

/** A reminder comes so long after its time at the latest: a computer that wakes up at noon says nothing of nine. */
const LATEST = 2 * HOUR;

/** Takes note of what a person is to be reminded of now: to pin a rock at the start of work, and of the day at its end. */
export function withReminders(state: State, moment: Moment): State {
  const { settings, reminded, rock } = state;
  const { reminders, workHours, dayStart } = settings;
  if (workHours.always || isDayOff(moment, settings)) return state;
  const day = dayOf(moment, dayStart);
  const hours = hoursOf(moment, state);
  if (hours === null) return state;
  const isDue = (edge: Instant) => edge <= moment.at && moment.at < edge + LATEST;
  const today = rockOf(day, rock);
  const startsNow = reminders.start && reminded.start !== day && today === null && isDue(hours.start);
  const isWorked = today !== null && today.pinnedAt < hours.end;
  const endsNow = reminders.evening && reminded.evening !== day && isWorked && isDue(hours.end);
  if (!startsNow && !endsNow) return state;
  const next = { start: startsNow ? day : reminded.start, evening: endsNow ? day : reminded.evening };
  return { ...state, reminded: next };
}

/** When work begins and ends on the day of this moment; null where it does not. */
function hoursOf(moment: Moment, { settings }: State): { start: Instant; end: Instant } | null {
  const date = wallClock(moment).toPlainDate();
  const ranges = settings.workHours.week[date.dayOfWeek - 1] ?? [];
  if (ranges.length === 0) return null;
  const at = (minutes: number) => atWallClock(date, minutes, moment.zone);
  return {
    start: at(Math.min(...ranges.map(([from]) => from))),
    end: at(Math.max(...ranges.map(([, to]) => to))),
  };
}
