import { scaleLinear } from 'd3-scale';
import { HOUR, type Instant, instant } from '../../domain/time';
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

/** From the beginning of work, or whatever came before it, to the end of it or whatever came after. */
export function dayScale({
  work,
  attended,
  attempts,
  rocks,
  asOf,
  day,
  today,
}: Reply<'readDay'>): DayScale | null {
  const moments = [
    ...work.flat(),
    ...attended.flatMap(({ from, to }) => [from, to]),
    ...attempts.map(({ at }) => at),
    ...rocks.flatMap(({ pinnedAt, doneAt }) => (doneAt === null ? [pinnedAt] : [pinnedAt, doneAt])),
    ...(day === today ? [asOf] : []),
  ];
  if (moments.length === 0) return null;
  const from = instant(Math.floor(Math.min(...moments) / HOUR) * HOUR);
  const to = instant(Math.max(from + HOUR, Math.ceil(Math.max(...moments) / HOUR) * HOUR));
  const hours = Array.from({ length: Math.round((to - from) / HOUR) + 1 }, (_, i) =>
    instant(from + i * HOUR),
  );
  const scale = scaleLinear([from, to], [0, 1]).clamp(true);
  return { from, to, hours, placeOf: at => scale(at) };
}
