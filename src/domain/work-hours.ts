import { addDays, atWallClock, dayOf, startOfDay, wallClock } from './calendar';
import type { HourRange, Settings, WorkHours } from './settings';
import { type DayKey, type Instant, instant, type Moment } from './time';

/** Whether these are work hours by the weekday. */
export function isWorkTime(moment: Moment, hours: WorkHours): boolean {
  return hours.always || isWithin(moment, hours.week[wallClock(moment).dayOfWeek - 1] ?? []);
}

/** Whether the wall clock is within one of the ranges. */
export function isWithin(moment: Moment, ranges: readonly HourRange[]): boolean {
  const clock = wallClock(moment);
  const minutes = clock.hour * 60 + clock.minute;
  return ranges.some(([from, to]) => from <= minutes && minutes < to);
}

/** Whether the moment lies on a day that a person has marked off. */
export const isDayOff = (moment: Moment, { daysOff, dayStart }: Settings): boolean =>
  daysOff.includes(dayOf(moment, dayStart));

/** Whether there are work hours on a day. */
export function isWorkday(day: DayKey, { workHours, daysOff }: Pick<Settings, 'workHours' | 'daysOff'>) {
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  return !daysOff.includes(day) && (workHours.always || (workHours.week[dayOfWeek - 1] ?? []).length > 0);
}

/** The first instant after this moment at which work hours or windows begin or end, or a day starts. */
export function nextScheduledChange(moment: Moment, settings: Settings): Instant {
  const { zone } = moment;
  const today = wallClock(moment).toPlainDate();
  const { always, week } = settings.workHours;
  const windows = settings.categories.flatMap(({ policy, windows }) =>
    policy === 'only in windows' ? windows : [],
  );
  const edges = [-1, 0, 1].flatMap(offset => {
    const date = today.add({ days: offset });
    const ranges = [...(always ? [] : (week[date.dayOfWeek - 1] ?? [])), ...windows];
    return ranges.flatMap(range => range.map(minutes => atWallClock(date, minutes, zone)));
  });
  const nextDay = addDays(dayOf(moment, settings.dayStart), 1);
  const later = [...edges, startOfDay(nextDay, zone, settings.dayStart)].filter(edge => edge > moment.at);
  return instant(Math.min(...later));
}

/** When work hours begin next by the weekday, within a week; null in work hours and where there are none. */
export function nextWorkStart(moment: Moment, hours: WorkHours): Instant | null {
  if (isWorkTime(moment, hours)) return null;
  const today = wallClock(moment).toPlainDate();
  for (let offset = 0; offset <= 7; offset++) {
    const date = today.add({ days: offset });
    const starts = (hours.week[date.dayOfWeek - 1] ?? []).map(([from]) =>
      atWallClock(date, from, moment.zone),
    );
    const later = starts.filter(start => start > moment.at);
    if (later.length > 0) return instant(Math.min(...later));
  }
  return null;
}

/** When the range of work hours that holds now ends; null outside work hours and with *All day, every day*. */
export function workEnd(moment: Moment, hours: WorkHours): Instant | null {
  if (hours.always || !isWorkTime(moment, hours)) return null;
  const clock = wallClock(moment);
  const minutes = clock.hour * 60 + clock.minute;
  const current = (hours.week[clock.dayOfWeek - 1] ?? []).filter(
    ([from, to]) => from <= minutes && minutes < to,
  );
  return atWallClock(clock.toPlainDate(), Math.max(...current.map(([, to]) => to)), moment.zone);
}
