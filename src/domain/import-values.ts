import * as v from 'valibot';
import { LONGEST_NOTE, type Rock } from './rock';
import { dayKey, type Instant, instant, type Zone } from './time';

/** A moment as the file writes it: the instant, and the offset of where it happened, `+05:30`. */
export interface LocalInstant {
  at: Instant;
  offset: string;
}

const LARGEST_FIGURE = 1e9;
export const LONGEST_ID = 100;

/** Days and moments outside these years are slips, and their keys would not sort. */
const YEARS = { from: '1970', to: '3000' };
const LAST_INSTANT = Date.UTC(Number(YEARS.to));

// A long file has many of these: each is taken apart once.
export const localInstant = v.pipe(
  v.string(),
  v.check(isInYears, 'not-an-instant'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = localInstantOf(dataset.value);
    if (read === null) addIssue({ message: 'not-an-instant' });
    return read ?? NEVER;
  }),
);

export const zone = v.pipe(
  v.string(),
  v.check(text => zoneOf(text) !== null, 'not-a-zone'),
  v.transform(text => zoneOf(text) as Zone),
);

export const day = v.pipe(
  v.string(),
  v.check(text => dayKey(text) !== null, 'not-a-day'),
  v.check(isInYears),
  v.transform(text => dayKey(text) as Rock['day']),
);

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ID));
export const instantNumber = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(LAST_INSTANT),
  v.transform(instant),
);
export const figure = v.pipe(v.number(), v.minValue(0), v.maxValue(LARGEST_FIGURE));
export const count = v.pipe(figure, v.integer());
export const note = v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_NOTE)));

function isInYears(text: string): boolean {
  return text >= YEARS.from && text < YEARS.to;
}

/** Null for anything but a date and a time of day with an offset; Temporal refuses a 30th of February. */
function localInstantOf(text: string): LocalInstant | null {
  const [, offset] = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  if (offset === undefined) return null;
  try {
    const at = instant(Temporal.Instant.from(text).epochMilliseconds);
    return { at, offset: offset === 'Z' ? '+00:00' : offset };
  } catch {
    return null;
  }
}

function zoneOf(text: string): Zone | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId;
  } catch {
    return null;
  }
}
