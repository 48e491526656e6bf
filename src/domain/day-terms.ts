import { addDays, atWallClock, dayOf, startOfDay } from './calendar';
import type { Records } from './records';
import type { Settings } from './settings';
import { blockedCategories } from './standing';
import type { State } from './state';
import type { DayKey, Instant, Moment, Zone } from './time';

/** What held on a day: reports of it must not change with the settings of later ones. */
export interface DayTerms {
  day: DayKey;
  zone: Zone;
  /** Its work hours, in order; none on a day off. */
  work: readonly Span[];
  kind: DayKind;
}

/** Whether anything was blocked at any time; else whether there were work hours. */
export const DAY_KINDS = ['blocked', 'open', 'off'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** `[from, to)`. */
export type Span = readonly [from: Instant, to: Instant];

/** The work hours of a day by these settings. */
export function workSpans(
  day: DayKey,
  zone: Zone,
  { workHours, daysOff, dayStart }: Pick<Settings, 'workHours' | 'daysOff' | 'dayStart'>,
): Span[] {
  if (daysOff.includes(day)) return [];
  const start = startOfDay(day, zone, dayStart);
  const end = startOfDay(addDays(day, 1), zone, dayStart);
  if (workHours.always) return [[start, end]];
  const dates = [0, 1].map(offset => Temporal.PlainDate.from(day).add({ days: offset }));
  const spans = dates.flatMap(date =>
    (workHours.week[date.dayOfWeek - 1] ?? []).map(
      ([from, to]): Span => [atWallClock(date, from, zone), atWallClock(date, to, zone)],
    ),
  );
  return united(spans.map(([from, to]): Span => [later(from, start), earlier(to, end)]));
}

/** The state and records of a step, with what holds on its day noted where that is news. */
export function withDayTerms(
  before: State,
  { state, records }: { state: State; records: Records },
  moment: Moment,
): { state: State; records: Records } {
  const terms = termsAt(before, state, moment);
  if (isSame(terms, state.terms)) return { state, records };
  return {
    state: { ...state, terms },
    records: { ...records, terms: [...records.terms, terms] },
  };
}

/** Two notes of a day as one: what was blocked once was blocked. */
export const bothTerms = (one: DayTerms, other: DayTerms): DayTerms => ({
  ...other,
  kind: one.kind === 'blocked' ? one.kind : other.kind,
});

function termsAt(before: State, { settings, terms, ...rest }: State, moment: Moment): DayTerms {
  const day = dayOf(moment, settings.dayStart);
  const wasBlocked = terms?.day === day && terms.kind === 'blocked';
  const isBlocking = (state: State) => blockedCategories(state, moment).size > 0;
  const isBlocked = wasBlocked || isBlocking(before) || isBlocking({ settings, terms, ...rest });
  const work = workSpans(day, moment.zone, settings);
  return { day, zone: moment.zone, work, kind: isBlocked ? 'blocked' : work.length > 0 ? 'open' : 'off' };
}

const isSame = (one: DayTerms, other: DayTerms | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);

/** The same time in as few spans as possible, in order. */
export function united(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const [from, to] of spans.filter(([from, to]) => from < to).toSorted((a, b) => a[0] - b[0])) {
    const last = whole.at(-1);
    if (last && from <= last[1]) whole[whole.length - 1] = [last[0], later(last[1], to)];
    else whole.push([from, to]);
  }
  return whole;
}
