import * as v from 'valibot';
import { DAY_KINDS, type DayTerms } from './day-terms';
import { PASS_MINUTES, type Pass } from './pass';
import type { Attempt } from './records';
import { REMARKS, type Remark } from './remark';
import type { Review } from './review';
import type { Rock } from './rock';
import { dayKey } from './time';
import type { DayTotal, HourTotal } from './totals';
import { NEW_TRACKER, type Tracker } from './tracker';
import type { Visit } from './visit';

// What is stored may have been cut short, or written by a fault of ours: a row that does not pass must not wedge what
// reads it.

const number = v.pipe(v.number(), v.finite());
const count = v.pipe(number, v.minValue(0));
const day = v.pipe(
  v.string(),
  v.check(text => dayKey(text) !== null),
);
const text = v.nullable(v.string());

const rock = v.object({
  id: v.string(),
  title: v.string(),
  firstStep: text,
  why: text,
  day,
  seed: v.string(),
  status: v.picklist(['open', 'done', 'put aside']),
  pinnedAt: number,
  doneAt: v.nullable(number),
  movedForward: text,
  blocks: v.boolean(),
  carriedFrom: text,
});

const site = { site: v.string(), category: v.string() };

const openVisit = v.object({
  ...site,
  startedAt: number,
  lastSeenAt: number,
  zone: v.string(),
  check: v.boolean(),
  audible: v.boolean(),
  soundAt: v.nullable(number),
  clock: count,
  // Databases of before there were passes have none.
  pass: v.optional(text, null),
});

const tracker = v.object({
  open: v.nullable(openVisit),
  lastAttention: v.record(v.string(), number),
  clock: count,
  seen: v.nullable(v.object({ run: v.string(), uptime: number, order: count })),
  hushed: text,
});

const visit = v.object({
  ...site,
  start: number,
  end: number,
  zone: v.string(),
  day,
  hour: count,
  check: v.boolean(),
  pass: text,
  clock: count,
});

const attempt = v.object({ ...site, id: v.string(), at: number, zone: v.string(), day });

const dayTerms = v.object({
  day,
  zone: v.string(),
  work: v.array(v.tuple([number, number])),
  kind: v.picklist(DAY_KINDS),
});

const review = v.object({
  week: v.string(),
  moved: v.string(),
  inTheWay: v.string(),
  next: v.string(),
  keptAt: number,
});

const pass = v.object({
  ...site,
  id: v.string(),
  zone: v.string(),
  day,
  purpose: v.string(),
  minutes: v.picklist(PASS_MINUTES),
  startedAt: number,
  endsAt: number,
  isOver: v.boolean(),
  outcome: v.nullable(v.picklist(['yes', 'no'])),
});

const remark = v.object({
  id: v.string(),
  at: number,
  zone: v.string(),
  day,
  what: v.picklist(REMARKS),
  site: text,
});

export const isPass = (row: unknown): row is Pass => v.is(pass, row);
export const isRemark = (row: unknown): row is Remark => v.is(remark, row);
export const isRock = (row: unknown): row is Rock => v.is(rock, row);
export const isDayTerms = (row: unknown): row is DayTerms => v.is(dayTerms, row);
export const isReview = (row: unknown): row is Review => v.is(review, row);
export const isVisit = (row: unknown): row is Visit => v.is(visit, row);
export const isAttempt = (row: unknown): row is Attempt => v.is(attempt, row);

/** Reports of a year read thousands of these, so they are looked at by hand: a schema takes ten times as long. */
export const isDayTotal = (row: unknown): row is DayTotal =>
  isCounted(row) && isText(row['site']) && isCount(row['checks']) && isCount(row['attempts']);
export const isHourTotal = (row: unknown): row is HourTotal => isCounted(row) && isCount(row['hour']);

const isCounted = (row: unknown): row is Record<string, unknown> =>
  typeof row === 'object' &&
  row !== null &&
  'day' in row &&
  isDay(row.day) &&
  'category' in row &&
  isText(row.category) &&
  'time' in row &&
  isCount(row.time) &&
  'passTime' in row &&
  isCount(row.passTime);

const isText = (value: unknown): boolean => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isFinite(value) && Number(value) >= 0;
const isDay = (value: unknown): boolean => typeof value === 'string' && dayKey(value) !== null;

/** The tracker from anything stored; a new one where it does not pass. */
export const readTracker = (row: unknown): Tracker => {
  const read = v.safeParse(tracker, row);
  return read.success ? (read.output as unknown as Tracker) : NEW_TRACKER;
};

/** The rows among anything stored that pass. */
export const passing = <T>(rows: unknown, passes: (row: unknown) => row is T): T[] =>
  Array.isArray(rows) ? rows.filter(passes) : [];
