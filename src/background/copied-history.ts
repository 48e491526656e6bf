import { NO_RECORDS } from '../domain/records';
import { addDayTotals, dayTotalsOf, summed } from '../domain/totals';
import type { Store } from '../storage/store';
import { recordsOf } from './belated';
import type { HeldCopy } from './held-copy';

/** What reports read of the past, whether from the database or from the copy. */
export type Past = Pick<Store, 'totalsOf' | 'rocksBetween' | 'passesOf' | 'remarksOf'>;

/**
 * The past as the copy has it, with what the database would not take: while that is in trouble. Of passes and remarks it
 * has the latter alone.
 */
export function copiedHistory(copy: HeldCopy): Past {
  const read = async () => {
    const [{ unwritten }, days] = await Promise.all([copy.read(), copy.readDays()]);
    const since = unwritten ? recordsOf(unwritten) : NO_RECORDS;
    const rocks = [...days.flatMap(day => day.rocks), ...since.rocks];
    return {
      totals: [...days.flatMap(({ totals }) => totals), ...dayTotalsOf(since)],
      rocks: [...new Map(rocks.map(rock => [rock.id, rock])).values()],
      passes: [...new Map(since.passes.map(pass => [pass.id, pass])).values()],
      remarks: since.remarks,
    };
  };
  return {
    async totalsOf(day) {
      const totals = (await read()).totals.filter(total => total.day === day);
      return summed(totals, ({ site }) => site, addDayTotals);
    },
    async rocksBetween(first, last) {
      const { rocks } = await read();
      return rocks.filter(({ day }) => first <= day && day <= last).sort((a, b) => a.pinnedAt - b.pinnedAt);
    },
    passesOf: async day => (await read()).passes.filter(pass => pass.day === day),
    remarksOf: async day => (await read()).remarks.filter(remark => remark.day === day),
  };
}
