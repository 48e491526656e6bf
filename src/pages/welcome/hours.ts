import type { HourRange, WorkHours } from '../../domain/settings';

/** The one pair of times shown for all days. */
export interface Pair {
  /** `09:00`, as a time field has it. */
  from: string;
  to: string;
}

const NINE_TO_FIVE: HourRange = [9 * 60, 17 * 60];
const MIDNIGHT = 24 * 60;

/** The times of the first day that has any. */
export function pairOf({ week }: WorkHours): Pair {
  const ranges = week.find(day => day.length > 0) ?? [NINE_TO_FIVE];
  return { from: clockOf(ranges[0]?.[0] ?? 0), to: clockOf(ranges.at(-1)?.[1] ?? MIDNIGHT) };
}

/** Null where the end is not after the start. An end at 00:00 is the end of the day. */
export function rangeOf({ from, to }: Pair): HourRange | null {
  const [start, end] = [minutesOf(from), to === '00:00' ? MIDNIGHT : minutesOf(to)];
  return start < end ? [start, end] : null;
}

export const withDay = (hours: WorkHours, day: number, isWorked: boolean, range: HourRange): WorkHours => ({
  ...hours,
  week: hours.week.map((ranges, i) => (i === day ? (isWorked ? [range] : []) : ranges)),
});

/** Every day that is worked gets the range. */
export const withRange = (hours: WorkHours, range: HourRange): WorkHours => ({
  ...hours,
  week: hours.week.map(ranges => (ranges.length > 0 ? [range] : [])),
});

/** NaN, which is before and after nothing, for a field left empty. */
function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return clock === '' ? Number.NaN : (hours ?? 0) * 60 + (minutes ?? 0);
}

function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
