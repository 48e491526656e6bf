import { addDays, atWallClock, dayOf, startOfDay, wallClock } from './calendar';
import type { Settings, WorkHours } from './settings';
import { type Instant, instant, type Moment } from './time';

/** Whether policies hold at this moment. */
export function isWorkTime(moment: Moment, hours: WorkHours): boolean {
  if (hours.always) return true;
  const clock = wallClock(moment);
  const minutes = clock.hour * 60 + clock.minute;
  return (hours.week[clock.dayOfWeek - 1] ?? []).some(([from, to]) => from <= minutes && minutes < to);
}

/** The first instant after this moment at which work hours begin or end, or a day starts. */
export function nextScheduledChange(moment: Moment, settings: Settings): Instant {
  const { zone } = moment;
  const today = wallClock(moment).toPlainDate();
  const edges = settings.workHours.always
    ? []
    : [-1, 0, 1].flatMap(offset => {
        const date = today.add({ days: offset });
        const ranges = settings.workHours.week[date.dayOfWeek - 1] ?? [];
        return ranges.flatMap(range => range.map(minutes => atWallClock(date, minutes, zone)));
      });
  const nextDay = addDays(dayOf(moment, settings.dayStart), 1);
  const later = [...edges, startOfDay(nextDay, zone, settings.dayStart)].filter(edge => edge > moment.at);
  return instant(Math.min(...later));
}

/** When work hours begin next, within a week; null in work hours and where there are none. */
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
