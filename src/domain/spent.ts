import { dayOf, startOfDay } from './calendar';
import type { CategoryId } from './settings';
import type { State } from './state';
import type { DayKey, Duration, Moment } from './time';
import { type Visit, visitLength } from './visit';

/** What each category has cost on one day outside passes, as far as visits have ended. */
export interface Spent {
  day: DayKey | null;
  byCategory: Readonly<Record<CategoryId, Duration>>;
}

export const NOTHING_SPENT: Spent = { day: null, byCategory: {} };

/** What a category has cost today outside passes, the visit going on included. */
export function spentOn(category: CategoryId, { settings, spent, tracker }: State, moment: Moment): Duration {
  const day = dayOf(moment, settings.dayStart);
  const ended = spent.day === day ? (spent.byCategory[category] ?? 0) : 0;
  const { open } = tracker;
  if (open?.category !== category || open.pass !== null) return ended;
  const from = Math.max(open.startedAt, startOfDay(day, open.zone, settings.dayStart));
  return ended + Math.max(0, open.lastSeenAt - from);
}

/** With visits that have ended: those of another day begin a new count, also where a clock was set back. */
export function spentWith(before: Spent, visits: readonly Visit[]): Spent {
  return visits
    .filter(({ pass }) => pass === null)
    .reduce((spent, visit) => {
      const byCategory = spent.day === visit.day ? spent.byCategory : {};
      const sum = (byCategory[visit.category] ?? 0) + visitLength(visit);
      return { day: visit.day, byCategory: { ...byCategory, [visit.category]: sum } };
    }, before);
}
