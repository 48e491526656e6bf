import type { LeftOutReason } from './foreign-file';
import { MAX_RANGES } from './limits';
import type { HourRange, WorkHours } from './settings';

/** When one of LeechBlock's sets blocks. */
export interface BlockTerms {
  week: WorkHours['week'];
  /** Minutes a day for which its sites are open within the week's ranges; null where they are not open at all. */
  limitMinutes: number | null;
}

/** The options of one set by their names without its number: `times`, `limitMins`. */
export type SetOptions = ReadonlyMap<string, string>;

export interface ReadTerms {
  /** Null for a set that never blocks by the clock, or not by a limit that we have. */
  terms: BlockTerms | null;
  /** The names of options that cannot be taken over. */
  leftOut: readonly { name: string; why: LeftOutReason }[];
}

/** Seconds, as `limitPeriod` has them. */
const DAY_PERIOD = '86400';
const DAY_MINUTES = 24 * 60;

/** Monday to Friday, where a file does not say which days: LeechBlock's own default. */
const USUAL_DAYS = '62';

/**
 * Reads `times`, `days`, `limitMins`, `limitPeriod` and `conjMode`. A set blocks on its days within its times, or after
 * its limit is used up, whatever the time; with `conjMode` only where both hold. So of a set that has both without
 * `conjMode` the times are taken and the limit is left out: by our policies a category has one or the other.
 */
export function blockTerms(options: SetOptions): ReadTerms {
  const times = readTimes(options.get('times') ?? '');
  const days = readDays(options.get('days') ?? USUAL_DAYS);
  const limit = readLimit(options.get('limitMins') ?? '', options.get('limitPeriod') ?? '');
  const isBoth = options.get('conjMode') === 'true';
  const hasTimes = times.ranges.length > 0;
  const keepsLimit = limit !== null && limit !== 'none-of-ours' && (!hasTimes || isBoth);
  const leftOut = [
    ...(times.isWhole ? [] : [{ name: 'times', why: 'not-hours' as const }]),
    ...(days === null ? [{ name: 'days', why: 'not-hours' as const }] : []),
    ...(limit === null || keepsLimit ? [] : [{ name: 'limitMins', why: 'limit' as const }]),
  ];
  const isNever = !hasTimes && !keepsLimit;
  const isOnNoDay = days !== null && !days.includes(true);
  if (isNever || isOnNoDay || days === null) {
    const never = [...(isNever ? ['times'] : []), ...(isOnNoDay ? ['days'] : [])];
    return { terms: null, leftOut: [...leftOut, ...never.map(name => ({ name, why: 'no-hours' as const }))] };
  }
  const ranges: readonly HourRange[] = hasTimes ? times.ranges : [[0, DAY_MINUTES]];
  const week = days.map(isOn => (isOn ? ranges : []));
  return { terms: { week, limitMinutes: keepsLimit ? limit : null }, leftOut };
}

/** `0900-1230,1330-1700` as ranges in order, none of which touch. */
function readTimes(text: string): { ranges: readonly HourRange[]; isWhole: boolean } {
  const periods = text.split(/[, ]+/).filter(period => period !== '');
  const read = periods.map(readPeriod).filter(range => range !== null);
  const ranges: HourRange[] = [];
  for (const [from, to] of read.toSorted(([one], [other]) => one - other)) {
    const last = ranges.at(-1);
    if (last && from <= last[1]) ranges[ranges.length - 1] = [last[0], Math.max(last[1], to)];
    else ranges.push([from, to]);
  }
  return {
    ranges: ranges.slice(0, MAX_RANGES),
    isWhole: read.length === periods.length && ranges.length <= MAX_RANGES,
  };
}

function readPeriod(text: string): HourRange | null {
  const digits = /^([0-2]\d)([0-5]\d)-([0-2]\d)([0-5]\d)$/.exec(text)?.slice(1).map(Number);
  if (!digits) return null;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = digits;
  const from = Math.min(fromHour * 60 + fromMinute, DAY_MINUTES);
  const to = Math.min(toHour * 60 + toMinute, DAY_MINUTES);
  return from < to ? [from, to] : null;
}

/** Seven bits, Sunday the lowest, as weekdays from Monday on; null for anything else. */
function readDays(text: string): boolean[] | null {
  const bits = /^\d{1,3}$/.test(text) ? Number(text) : 128;
  if (bits > 127) return null;
  return [1, 2, 3, 4, 5, 6, 0].map(day => (bits & (1 << day)) !== 0);
}

/** Minutes a day; null without a limit. */
function readLimit(minutes: string, period: string): number | 'none-of-ours' | null {
  if (minutes === '') return null;
  const rounded = /^\d+(?:\.\d+)?$/.test(minutes) ? Math.round(Number(minutes)) : 0;
  return period === DAY_PERIOD && rounded >= 1 && rounded < DAY_MINUTES ? rounded : 'none-of-ours';
}
