import { scaleLinear } from 'd3-scale';
import { wallClock } from '../../domain/calendar';
import { HOUR, type Instant, instant, MINUTE, SECOND, type Zone } from '../../domain/time';
import type { Reply } from '../../messages/requests';

/** The part of a day that its timeline shows, in whole hours, and where in it a moment lies. */
export interface DayScale {
  from: Instant;
  to: Instant;
  /** The full hours, both ends among them. */
  hours: readonly Instant[];
  /** 0 at the beginning, 1 at the end. */
  placeOf: (at: number) => number;
}

/** A rock of an imported file may have been done at any time: a day has no more hours than that. */
const MOST_HOURS = 30;

/** From the beginning of work, or whatever came before it, to the end of it or whatever came after. */
export function dayScale({
  work,
  attended,
  attempts,
  rocks,
  asOf,
  day,
  today,
  zone,
}: Reply<'readDay'>): DayScale | null {
  const moments = [
    ...work.flat(),
    ...attended.flatMap(({ from, to }) => [from, to]),
    ...attempts.map(({ at }) => at),
    ...rocks.flatMap(({ pinnedAt, doneAt }) => (doneAt === null ? [pinnedAt] : [pinnedAt, doneAt])),
    ...(day === today ? [asOf] : []),
  ];
  if (moments.length === 0) return null;
  const from = hourAt(instant(Math.min(...moments)), zone);
  const length = Math.min(MOST_HOURS, Math.max(1, Math.ceil((Math.max(...moments) - from) / HOUR)));
  const to = instant(from + length * HOUR);
  const hours = Array.from({ length: length + 1 }, (_, i) => instant(from + i * HOUR));
  const scale = scaleLinear([from, to], [0, 1]).clamp(true);
  return { from, to, hours, placeOf: at => scale(at) };
}

/** The full hour before a moment by the wall clock, which in some zones is half an hour off that of others. */
function hourAt(at: Instant, zone: Zone): Instant {
  const { minute, second, millisecond } = wallClock({ at, zone });
  return instant(at - minute * MINUTE - second * SECOND - millisecond);
}
