import { dayOf } from '../domain/calendar';
import type { DayMaterial } from '../domain/day-report';
import type { State } from '../domain/state';
import type { DayKey, Moment } from '../domain/time';
import type { Health } from '../messages/requests';
import type { Past } from '../storage/past';
import type { Loaded } from './durable-store';

/** The state as of this moment, with what the database has of one day. */
export interface Situation extends Health {
  state: State;
  moment: Moment;
  material: DayMaterial;
}

/** `asked` is null for today. */
export async function situationOf(
  { state, trouble }: Loaded,
  asked: DayKey | null,
  past: Past,
  moment: Moment,
): Promise<Situation> {
  const { categories, dayStart } = state.settings;
  const today = dayOf(moment, dayStart);
  const day = asked ?? today;
  const [totals, rocks] = await Promise.all([past.totals(day, day), past.rocks(day, day)]);
  const { open } = state.tracker;
  const material = {
    day,
    today,
    zone: moment.zone,
    asOf: moment.at,
    dayStart,
    categories,
    open,
    totals,
    rocks,
  };
  return { state, moment, material, trouble };
}
