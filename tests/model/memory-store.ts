import type { DurableStore } from '../../src/background/durable-store';
import type { State } from '../../src/domain/state';
import {
  addDayTotals,
  addHourTotals,
  type DayTotal,
  dayTotalsOf,
  type HourTotal,
  hourTotalsOf,
  summed,
} from '../../src/domain/totals';
import type { Visit } from '../../src/domain/visit';

export interface Recorded {
  visits: readonly Visit[];
  days: readonly DayTotal[];
  hours: readonly HourTotal[];
}

export interface ModelStore extends DurableStore {
  recorded: () => Promise<Recorded>;
}

/** A database that is an object: commits whole, and a record stored twice once. */
export function memoryStore(state: State): ModelStore {
  const visits = new Map<string, Visit>();
  let current = state;
  let totals: Pick<Recorded, 'days' | 'hours'> = { days: [], hours: [] };
  return {
    load: async () => ({ state: current, trouble: null }),
    async commit(_loaded, next, records) {
      current = next;
      const fresh = records.visits.filter(visit => !visits.has(keyOf(visit)));
      for (const visit of fresh) visits.set(keyOf(visit), visit);
      totals = {
        days: summed(
          [...totals.days, ...dayTotalsOf({ visits: fresh, attempts: [] })],
          ({ day, site }) => `${day} ${site}`,
          addDayTotals,
        ),
        hours: summed(
          [...totals.hours, ...hourTotalsOf(fresh)],
          ({ day, hour, category }) => `${day} ${hour} ${category}`,
          addHourTotals,
        ),
      };
    },
    merge: () => Promise.reject(new Error('Nothing is imported in a schedule.')),
    erase: () => Promise.reject(new Error('Nothing is deleted in a schedule.')),
    recorded: async () => ({ visits: [...visits.values()], ...totals }),
  };
}

const keyOf = ({ start, site, clock }: Visit) => `${start} ${site} ${clock}`;
