import * as v from 'valibot';
import { DAY_KINDS } from './day-terms';
import { count, day, figure, id, instantNumber, LONGEST_ID, localInstant, note, zone } from './import-values';
import { MAX_RANGES } from './limits';
import { LONGEST_PURPOSE, PASS_MINUTES } from './pass';
import { periodOf } from './period';
import { REMARKS } from './remark';
import { LONGEST_NOTE, LONGEST_TITLE, tidied } from './rock';
import { patternSchema, settingsSchema } from './settings-schema';
import { HOUR } from './time';

const LONGEST_SPAN = 24 * HOUR;
const many = v.array(v.unknown());

/** The file but for what is in its lists, which may be long: those are read one by one. */
export const headSchema = v.strictObject({
  format: v.literal('big-rock'),
  version: v.literal(1),
  exportedAt: localInstant,
  timeZone: zone,
  settings: settingsSchema,
  rocks: many,
  visits: many,
  passes: many,
  days: many,
  // Exports of before there were these have none.
  hours: v.optional(many, () => []),
  attempts: v.optional(many, () => []),
  remarks: v.optional(many, () => []),
  workdays: v.optional(many, () => []),
  reviews: v.optional(many, () => []),
});

export const visitSchema = v.pipe(
  v.strictObject({
    start: localInstant,
    end: localInstant,
    site: patternSchema,
    category: v.string(),
    pass: v.nullable(id),
  }),
  v.forward(
    v.check(({ start, end }) => start.at < end.at, 'ends-before-it-starts'),
    ['end'],
  ),
  v.forward(
    v.check(({ start, end }) => end.at - start.at <= LONGEST_SPAN, 'longer-than-a-day'),
    ['end'],
  ),
);

export const daySchema = v.strictObject({
  day,
  site: patternSchema,
  category: v.string(),
  seconds: figure,
  checks: count,
  attempts: count,
  passSeconds: figure,
});

export const rockSchema = v.pipe(
  v.strictObject({
    id,
    title: v.pipe(
      v.string(),
      v.maxLength(LONGEST_TITLE),
      v.check(title => tidied(title) !== ''),
    ),
    firstStep: note,
    why: note,
    day,
    seed: v.pipe(v.string(), v.maxLength(LONGEST_TITLE + LONGEST_ID)),
    status: v.picklist(['open', 'done', 'put aside']),
    pinnedAt: instantNumber,
    doneAt: v.nullable(instantNumber),
    movedForward: note,
    blocks: v.boolean(),
    carriedFrom: v.nullable(id),
  }),
  v.forward(
    v.check(
      ({ status, doneAt }) => status === 'put aside' || (status === 'done') === (doneAt !== null),
      'against-its-status',
    ),
    ['doneAt'],
  ),
);

export const passSchema = v.pipe(
  v.strictObject({
    id,
    day,
    start: localInstant,
    end: localInstant,
    site: patternSchema,
    category: v.string(),
    purpose: v.pipe(v.string(), v.maxLength(LONGEST_PURPOSE)),
    minutes: v.picklist(PASS_MINUTES),
    outcome: v.nullable(v.picklist(['yes', 'no'])),
  }),
  v.forward(
    v.check(({ start, end }) => start.at <= end.at, 'ends-before-it-starts'),
    ['end'],
  ),
);

export const hourSchema = v.strictObject({
  day,
  hour: v.pipe(count, v.maxValue(23)),
  category: v.string(),
  seconds: figure,
  passSeconds: figure,
});

export const attemptSchema = v.strictObject({
  id,
  day,
  at: localInstant,
  site: patternSchema,
  category: v.string(),
});

export const remarkSchema = v.strictObject({
  id,
  day,
  at: localInstant,
  what: v.picklist(REMARKS),
  site: v.nullable(patternSchema),
});

const LONGEST_DAY = 25 * HOUR;

const workSpan = v.pipe(
  v.strictObject({ start: localInstant, end: localInstant }),
  v.forward(
    v.check(({ start, end }) => start.at < end.at, 'ends-before-it-starts'),
    ['end'],
  ),
  v.forward(
    v.check(({ start, end }) => end.at - start.at <= LONGEST_DAY, 'longer-than-a-day'),
    ['end'],
  ),
);

export const workdaySchema = v.strictObject({
  day,
  zone,
  work: v.pipe(v.array(workSpan), v.maxLength(MAX_RANGES * 2)),
  kind: v.picklist(DAY_KINDS),
});

const answer = v.pipe(v.string(), v.maxLength(LONGEST_NOTE));

export const reviewSchema = v.strictObject({
  week: v.pipe(
    v.string(),
    v.check(key => periodOf(key)?.kind === 'week', 'not-a-week'),
  ),
  moved: answer,
  inTheWay: answer,
  next: answer,
  keptAt: localInstant,
});

export type HourRow = v.InferOutput<typeof hourSchema>;
export type AttemptRow = v.InferOutput<typeof attemptSchema>;
export type RemarkRow = v.InferOutput<typeof remarkSchema>;
export type WorkdayRow = v.InferOutput<typeof workdaySchema>;
export type ReviewRow = v.InferOutput<typeof reviewSchema>;
export type PassRow = v.InferOutput<typeof passSchema>;
export type VisitRow = v.InferOutput<typeof visitSchema>;
export type DayRow = v.InferOutput<typeof daySchema>;
