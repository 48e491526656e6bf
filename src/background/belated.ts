import { isEmpty, type Records } from '../domain/records';
import { rejoined } from '../domain/rejoin';
import type { Unwritten } from '../domain/small-copy';
import type { State } from '../domain/state';

/** What is to be committed to a database that takes again what was kept back from it. */
export function belated(stored: State, unwritten: Unwritten): { next: State; records: Records } {
  const { state, changed } = unwritten;
  const records = recordsOf(unwritten);
  const tracked = rejoined(stored, state.tracker, records.visits);
  const news = Object.fromEntries(changed.map(key => [key, state[key]]));
  return {
    next: { ...stored, ...news, tracker: tracked.tracker },
    records: { ...records, visits: [...tracked.visits, ...records.visits] },
  };
}

/** All that was kept back. */
export const recordsOf = ({ records }: Unwritten): Records => ({
  visits: records.flatMap(({ visits }) => visits),
  attempts: records.flatMap(({ attempts }) => attempts),
  rocks: records.flatMap(({ rocks }) => rocks),
  passes: records.flatMap(({ passes }) => passes),
  remarks: records.flatMap(({ remarks }) => remarks),
  terms: records.flatMap(({ terms }) => terms),
  reviews: records.flatMap(({ reviews }) => reviews),
});

/** What was kept back, and one more step. */
export function unwrittenWith(
  before: Unwritten | null,
  state: State,
  next: State,
  records: Records,
): Unwritten {
  const keys = Object.keys(next) as (keyof State)[];
  const changed = keys.filter(key => next[key] !== state[key] || before?.changed.includes(key));
  const earlier = before?.records ?? [];
  return { state: next, changed, records: isEmpty(records) ? earlier : [...earlier, records] };
}
