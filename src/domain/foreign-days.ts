import type { ForeignDate } from './foreign-date';
import type { ForeignDay, LeftOut, LeftOutReason } from './foreign-file';
import { foreignSite } from './foreign-site';
import type { Pattern } from './pattern';

/** A row of a foreign history, as it was found. */
export interface ForeignRow {
  /** The row as text, to be named where it is not taken over. */
  line: string;
  date: ForeignDate;
  host: string;
  seconds: number;
  /** 0 where the file does not count. */
  checks: number;
}

const DAY_SECONDS = 86_400;

/**
 * Rows as days, those of the same day and site together, as `www.x.com` and `x.com` are. A row that would make more than
 * a day of a day is left out. One of no seconds and no checks says nothing, and leaves nothing.
 */
export function foreignDays(rows: readonly ForeignRow[]): { days: ForeignDay[]; leftOut: LeftOut[] } {
  const days = new Map<string, ForeignDay>();
  const leftOut: LeftOut[] = [];
  for (const row of rows) {
    const read = readRow(row);
    if ('why' in read) {
      leftOut.push({ line: row.line, why: read.why });
      continue;
    }
    if (read.seconds === 0 && read.checks === 0) continue;
    const key = `${read.day} ${read.pattern}`;
    const before = days.get(key);
    const seconds = read.seconds + (before?.seconds ?? 0);
    if (seconds > DAY_SECONDS) leftOut.push({ line: row.line, why: 'longer-than-a-day' });
    else days.set(key, { ...read, seconds, checks: read.checks + (before?.checks ?? 0) });
  }
  return { days: [...days.values()], leftOut };
}

/** A number that is written as digits and nothing else; NaN for everything else, a sign included. */
export const figure = (text: string | undefined): number =>
  text !== undefined && /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;

function readRow({ date, host, seconds, checks }: ForeignRow): ForeignDay | { why: LeftOutReason } {
  if ('why' in date) return date;
  const site = readHost(host);
  if ('why' in site) return site;
  if (!(seconds >= 0)) return { why: 'not-seconds' };
  if (!Number.isSafeInteger(checks) || checks < 0) return { why: 'not-a-count' };
  if (seconds > DAY_SECONDS) return { why: 'longer-than-a-day' };
  return { day: date.day, pattern: site.pattern, seconds: Math.round(seconds), checks };
}

function readHost(host: string): { pattern: Pattern } | { why: LeftOutReason } {
  if (host.startsWith('__local_')) return { why: 'local-files' };
  const site = foreignSite(host);
  if ('why' in site) return site;
  const { parts } = site;
  if (parts.host.includes('*')) return { why: 'wildcard' };
  return parts.exception || parts.path !== '' ? { why: 'part-of-a-site' } : { pattern: parts.pattern };
}
