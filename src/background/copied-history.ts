import { NO_RECORDS } from '../domain/records';
import type { DayKey } from '../domain/time';
import { addDayTotals, dayTotalsOf, hourTotalsOf, summed } from '../domain/totals';
import type { Past } from '../storage/past';
import { recordsOf } from './belated';
import type { HeldCopy } from './held-copy';

/**
 * The past as the copy has it, with what the database would not take: while that is in trouble. The copy has nothing of
 * single moments, so of those there is the latter alone.
 */
export function copiedHistory(copy: HeldCopy): Past {
  const read = async () => {
    const [{ unwritten }, days] = await Promise.all([copy.read(), copy.readDays()]);
    return { days, since: unwritten ? recordsOf(unwritten) : NO_RECORDS };
  };
  const ofDays = <T extends { day: DayKey }>(rows: readonly T[], first: DayKey, last: DayKey): T[] =>
    rows.filter(({ day }) => first <= day && day <= last);
  const lastOfEach = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] => [
    ...new Map(rows.map(row => [keyOf(row), row])).values(),
  ];
  const allTerms = async () => {
    const { days, since } = await read();
    return lastOfEach([...days.flatMap(({ terms }) => terms), ...since.terms], ({ day }) => day);
  };
  return {
    async totals(first, last) {
      const { days, since } = await read();
      const rows = [...days.flatMap(({ totals }) => totals), ...dayTotalsOf(since)];
      return summed(ofDays(rows, first, last), ({ day, site }) => `${day} ${site}`, addDayTotals);
    },
    hours: async (first, last) => ofDays(hourTotalsOf((await read()).since.visits), first, last),
    async rocks(first, last) {
      const { days, since } = await read();
      const rocks = lastOfEach([...days.flatMap(({ rocks }) => rocks), ...since.rocks], ({ id }) => id);
      return ofDays(rocks, first, last).sort((a, b) => a.pinnedAt - b.pinnedAt);
    },
    terms: async (first, last) => ofDays(await allTerms(), first, last),
    visits: async day => ofDays((await read()).since.visits, day, day),
    attempts: async day => ofDays((await read()).since.attempts, day, day),
    passes: async day => lastOfEach(ofDays((await read()).since.passes, day, day), ({ id }) => id),
    remarks: async day => ofDays((await read()).since.remarks, day, day),
    async review(week) {
      const { days, since } = await read();
      const reviews = [...days.flatMap(({ reviews }) => reviews), ...since.reviews];
      return reviews.findLast(review => review.week === week) ?? null;
    },
    async firstTerms(which, most) {
      const terms = (await allTerms()).filter(({ kind }) => which === 'all' || kind === which);
      return terms.sort((a, b) => (a.day < b.day ? -1 : 1)).slice(0, most);
    },
  };
}
