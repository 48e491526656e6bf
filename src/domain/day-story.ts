import type { Usual } from './day-figures';
import { type DayTerms, type Span, workSpans } from './day-terms';
import type { Pass } from './pass';
import type { Pattern } from './pattern';
import type { Attempt } from './records';
import type { Remark } from './remark';
import type { Rock } from './rock';
import type { CategoryId, Settings } from './settings';
import { longestStretch, outside } from './stretch';
import { type DayKey, type Duration, type Instant, instant, SECOND, type Zone } from './time';
import { type OpenVisit, type Visit, visitsOf } from './visit';

/** A span of attention as the timeline shows it: what was cut at hours is one again. */
export interface Attended {
  from: Instant;
  to: Instant;
  site: Pattern;
  category: CategoryId;
  isOnPurpose: boolean;
}

/** How a day went by the minute; all lists are in order of time. */
export interface DayStory {
  passes: readonly Pass[];
  remarks: readonly Remark[];
  attended: readonly Attended[];
  attempts: readonly Pick<Attempt, 'at' | 'site' | 'category'>[];
  /** The work hours of the day. */
  work: readonly Span[];
  /** Time on listed sites outside work hours. */
  afterHours: Duration;
  stretch: Span | null;
  /** Whether the visits that are kept account for all of the day's time; else it is not known by the minute. */
  isDetailed: boolean;
  usual: Usual | null;
}

export interface StoryMaterial {
  day: DayKey;
  zone: Zone;
  asOf: Instant;
  settings: Settings;
  terms: DayTerms | null;
  visits: readonly Visit[];
  open: OpenVisit | null;
  attempts: readonly Attempt[];
  passes: readonly Pass[];
  remarks: readonly Remark[];
  rocks: readonly Rock[];
  /** Nothing is known of any day before: of this one neither, until the first that was seen of it. */
  isFirst: boolean;
  /** All the time of the day, by its totals. */
  time: Duration;
  usual: Usual | null;
}

export function dayStory({
  day,
  zone,
  asOf,
  settings,
  terms,
  visits,
  open,
  rocks,
  isFirst,
  time,
  ...rest
}: StoryMaterial): DayStory {
  const current = open ? visitsOf(open, asOf, settings.dayStart).filter(visit => visit.day === day) : [];
  const all = [...visits, ...current].sort((a, b) => a.start - b.start);
  const spans = all.map(({ start, end }): Span => [start, end]);
  // Of a day on which nobody was there to see, nothing is known either.
  const isSeen = terms !== null || all.length > 0;
  const work = terms?.work ?? workSpans(day, zone, settings);
  const seen = [
    ...spans.map(([from]) => from),
    ...[...rest.attempts, ...rest.remarks].map(({ at }) => at),
    ...rocks.map(({ pinnedAt }) => pinnedAt),
  ];
  const since = isFirst ? Math.min(...seen) : Number.NEGATIVE_INFINITY;
  return {
    ...rest,
    attended: attendedIn(all),
    attempts: rest.attempts.map(({ at, site, category }) => ({ at, site, category })),
    work,
    afterHours: spans.reduce((sum, span) => sum + outside(span, work), 0),
    stretch: longestStretch(
      work.map(([from, to]): Span => [instant(Math.max(from, since)), to]),
      spans,
      asOf,
    ),
    isDetailed: isSeen && Math.abs(lengthOf(spans) - time) < SECOND,
  };
}

const lengthOf = (spans: readonly Span[]): Duration => spans.reduce((sum, [from, to]) => sum + to - from, 0);

function attendedIn(visits: readonly Visit[]): Attended[] {
  const spans: Attended[] = [];
  for (const { start, end, site, category, pass } of visits) {
    const last = spans.at(-1);
    const isOnPurpose = pass !== null;
    if (last && last.to === start && last.site === site && last.isOnPurpose === isOnPurpose)
      last.to = instant(end);
    else spans.push({ from: start, to: end, site, category, isOnPurpose });
  }
  return spans;
}
