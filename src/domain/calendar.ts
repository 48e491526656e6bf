import { type DayKey, HOUR, type Instant, instant, MINUTE, type Moment, type Zone } from './time';

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Wall-clock reading of a moment. */
export function wallClock({ at, zone }: Moment): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

/** The local day a moment belongs to; before `dayStart` (a whole hour, 0 to 6) it is still the day before. */
export function dayOf(moment: Moment, dayStart: number): DayKey {
  const clock = wallClock(moment);
  const date = clock.toPlainDate();
  return (clock.hour < dayStart ? date.subtract({ days: 1 }) : date).toString() as DayKey;
}

/** The hour the wall clock shows, 0 to 23. */
export const hourOf = (moment: Moment): number => wallClock(moment).hour;

/** The first instant of a day. Where the clocks skip that hour, the day starts when they have moved. */
export function startOfDay(day: DayKey, zone: Zone, dayStart: number): Instant {
  return atWallClock(Temporal.PlainDate.from(day), dayStart * 60, zone);
}

export function addDays(day: DayKey, days: number): DayKey {
  return Temporal.PlainDate.from(day).add({ days }).toString() as DayKey;
}

/** When the wall clock of `zone` shows `minutes` after midnight on `date`; 1440 is the midnight that follows. */
export function atWallClock(date: Temporal.PlainDate, minutes: number, zone: Zone): Instant {
  const day = date.add({ days: Math.floor(minutes / 1440) });
  const time = new Temporal.PlainTime(Math.floor((minutes % 1440) / 60), minutes % 60);
  return instant(day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
}

/**
 * The first instant after `at` at which a visit is cut: the next full hour by the wall clock, or a change of
 * clocks if that comes sooner. Days start on full hours, so this cuts at them too.
 */
export function nextCut(moment: Moment): Instant {
  const clock = wallClock(moment);
  const intoHour = clock.minute * MINUTE + clock.second * 1000 + clock.millisecond;
  const nextHour = instant(moment.at - intoHour + HOUR);
  if (wallClock({ at: nextHour, zone: moment.zone }).offsetNanoseconds === clock.offsetNanoseconds) {
    return nextHour;
  }
  const change = clock.getTimeZoneTransition('next');
  return change ? instant(Math.min(nextHour, change.epochMilliseconds)) : nextHour;
}

/** The moment as ISO 8601 with the offset of its own place: `2026-11-23T09:00:00.000+01:00`. */
export function isoLocal(moment: Moment): string {
  return wallClock(moment).toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
}
