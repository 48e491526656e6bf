import { MAX_RANGES } from '../../domain/limits';
import type { HourRange } from '../../domain/settings';

const DAY_MINUTES = 24 * 60;

/** What stands in the two time fields of a range, `09:00`; empty where nothing is filled in. */
export interface TypedRange {
  from: string;
  to: string;
}

export type RangesFault = 'missing' | 'reversed' | 'overlap';

/** The ranges of a weekday as typed, or the first fault and the range it is in. An end of `00:00` is midnight. */
export function readRanges(
  typed: readonly TypedRange[],
): { ranges: HourRange[] } | { fault: RangesFault; at: number } {
  const ranges: HourRange[] = [];
  for (const [at, { from, to }] of typed.entries()) {
    const start = minutesOf(from);
    const end = minutesOf(to) || (to === '' ? null : DAY_MINUTES);
    if (start === null || end === null) return { fault: 'missing', at };
    if (end <= start) return { fault: 'reversed', at };
    if (ranges.some(([otherStart, otherEnd]) => start < otherEnd && otherStart < end))
      return { fault: 'overlap', at };
    ranges.push([start, end]);
  }
  return { ranges };
}

export const typedRange = ([from, to]: HourRange): TypedRange => ({ from: timeText(from), to: timeText(to) });

/** What a list of ranges begins with, and how long each further one is. */
export interface RangeHabit {
  usual: HourRange;
  length: number;
}

/** A range to add: the usual one to an empty list, else one after the last or before the first. */
export function furtherRange(ranges: readonly HourRange[], { usual, length }: RangeHabit): HourRange | null {
  if (ranges.length === 0) return usual;
  if (ranges.length >= MAX_RANGES) return null;
  const last = Math.max(...ranges.map(([, to]) => to));
  const first = Math.min(...ranges.map(([from]) => from));
  if (last < DAY_MINUTES) return [last, Math.min(last + length, DAY_MINUTES)];
  return first > 0 ? [Math.max(0, first - length), first] : null;
}

function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(time) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

function timeText(minutes: number): string {
  const pair = (value: number) => String(value).padStart(2, '0');
  return `${pair(Math.floor(minutes / 60) % 24)}:${pair(minutes % 60)}`;
}
