import type { Pattern } from './pattern';
import type { WorkHours } from './settings';
import type { DayKey } from './time';

/** What wrote the file; `plain list` is anybody's list of sites. */
export type Rival =
  | 'leechblock'
  | 'plain list'
  | 'web-activity-time-tracker'
  | 'time-tracker'
  | 'webtime-tracker';

export interface ForeignSite {
  /** A site, or with a leading `+` an exception. */
  pattern: Pattern;
  /** The name that the set it stood in was given; null where there are no sets, or it had none. */
  set: string | null;
}

/** What one site took of one day. */
export interface ForeignDay {
  day: DayKey;
  /** A host, and nothing but a host. */
  pattern: Pattern;
  /** Whole seconds, 0 to 86,400. */
  seconds: number;
  /** What the rival calls visits or sessions: it counts them more often than we count checks. 0 where it has none. */
  checks: number;
}

/** Why something of a file is not taken over; pages have words for each. */
export const LEFT_OUT_REASONS = [
  // What `parsePattern` says.
  'empty',
  'too-long',
  'not-a-host',
  'matches-everything',
  'not-a-web-address',
  // Entries of a list that we have no equal for.
  'comment',
  'keyword',
  'referrer',
  'local-files',
  'query',
  'wildcard',
  'regexp',
  'list-by-address',
  // When and how a set blocks.
  'no-hours',
  'not-hours',
  'other-hours',
  'limit',
  'other-limit',
  'delay',
  'lockdown',
  'switched-off',
  'empty-set',
  'rule',
  'option',
  // Rows of a history.
  'no-day',
  'not-a-day',
  'ambiguous-day',
  'part-of-a-site',
  'not-seconds',
  'longer-than-a-day',
  'not-a-count',
  // Of any file.
  'there-twice',
  'unreadable',
] as const;

export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** What is not taken over: the entry, row or option as the file has it, or as near as can be said, and why. */
export interface LeftOut {
  line: string;
  why: LeftOutReason;
}

/** What a file of a rival product holds, in our own terms, and what of it cannot be said in them. */
export interface Foreign {
  of: Rival;
  /** Each pattern once, in the order of the file. */
  sites: readonly ForeignSite[];
  /** When the sites were blocked, by weekday, Monday first; null where the file does not tell. */
  week: WorkHours['week'] | null;
  /** Whether that is all day, every day. */
  always: boolean;
  /** For how many minutes a day the sites were open within those hours, 1 to 1439; null without such a limit. */
  limitMinutes: number | null;
  /** Each day and site once, in the order of the file. */
  days: readonly ForeignDay[];
  leftOut: readonly LeftOut[];
}

/** What a file holds that has only a part of all this. */
export const foreignOf = (of: Rival, part: Partial<Omit<Foreign, 'of'>>): Foreign => ({
  of,
  sites: [],
  week: null,
  always: false,
  limitMinutes: null,
  days: [],
  leftOut: [],
  ...part,
});

/** A value of a JSON file as a line; one nested deeper than can be written is not spelled out. */
export function jsonLine(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '…';
  }
}
