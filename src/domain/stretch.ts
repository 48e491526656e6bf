import { type Span, united } from './day-terms';
import { type Instant, instant } from './time';

/**
 * The longest span of work hours without attention on a listed site, as far as time has come; the first of several, null
 * where there were no work hours yet. `attended` may overlap and come in any order.
 */
export function longestStretch(
  work: readonly Span[],
  attended: readonly Span[],
  until: Instant,
): Span | null {
  const visits = united(attended);
  const spans = work.flatMap(([from, to]) => gaps([from, instant(Math.min(to, until))], visits));
  return spans.reduce<Span | null>(
    (longest, span) => (lengthOf(span) > (longest ? lengthOf(longest) : 0) ? span : longest),
    null,
  );
}

const lengthOf = ([from, to]: Span): number => to - from;

/** What of a span none of the others covers; those are in order and apart. */
function gaps([from, to]: Span, covered: readonly Span[]): Span[] {
  const open: Span[] = [];
  let start = from;
  for (const [begin, end] of covered) {
    if (begin > start) open.push([start, instant(Math.min(begin, to))]);
    if (end > start) start = end;
    if (start >= to) break;
  }
  open.push([start, to]);
  return open.filter(([begin, end]) => begin < end);
}

/** How much of some time lies in none of the spans, which are in order and apart. */
export function outside([from, to]: Span, spans: readonly Span[]): number {
  return gaps([from, to], spans).reduce((sum, gap) => sum + lengthOf(gap), 0);
}
