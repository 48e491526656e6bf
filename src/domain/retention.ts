import { dayOf } from './calendar';
import type { Settings } from './settings';
import type { DayKey, Moment } from './time';

/** The first day of which visits and attempts are still kept one by one; null where they are kept for ever. */
export function keptFrom(moment: Moment, { keepMonths, dayStart }: Settings): DayKey | null {
  if (keepMonths === null) return null;
  const today = Temporal.PlainDate.from(dayOf(moment, dayStart));
  return today.subtract({ months: keepMonths }).toString() as DayKey;
}
