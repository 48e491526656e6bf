import * as v from 'valibot';
import { dayOf } from './calendar';
import type { Pattern } from './pattern';
import { NO_RECORDS, type Records } from './records';
import type { Remark } from './remark';
import { daySchema, patternSchema } from './settings-schema';
import type { State } from './state';
import type { DayKey, Moment } from './time';

/** What of the history a person wants to be gone. */
export type Deletion =
  | { of: 'site'; site: Pattern }
  | { of: 'days'; first: DayKey; last: DayKey }
  | { of: 'all' };

export const deletionSchema: v.GenericSchema<unknown, Deletion> = v.variant('of', [
  v.strictObject({ of: v.literal('site'), site: patternSchema }),
  v.strictObject({ of: v.literal('days'), first: daySchema, last: daySchema }),
  v.strictObject({ of: v.literal('all') }),
]);

/**
 * That some of the history was deleted belongs in the report. The visit going on begins anew where it is among it; what
 * decides what is blocked stays as it is.
 */
export function historyDeleted(
  state: State,
  what: Deletion,
  id: string,
  { at, zone }: Moment,
): { state: State; records: Records } {
  const day = dayOf({ at, zone }, state.settings.dayStart);
  const site = what.of === 'site' ? what.site : null;
  const remark: Remark = { id, at, zone, day, what: 'history deleted', site };
  const { tracker } = state;
  const isAmong = tracker.open !== null && reaches(what, tracker.open.site, day);
  const open =
    isAmong && tracker.open ? { ...tracker.open, startedAt: at, lastSeenAt: at, check: false } : tracker.open;
  // What today's passes were for is not to come back when they end; that there were any goes on counting.
  const passes = state.door.passes.map(pass =>
    reaches(what, pass.site, pass.day) ? { ...pass, purpose: '' } : pass,
  );
  return {
    state: { ...state, tracker: isAmong ? { ...tracker, open } : tracker, door: { ...state.door, passes } },
    records: { ...NO_RECORDS, remarks: [remark] },
  };
}

function reaches(what: Deletion, site: Pattern, day: DayKey): boolean {
  if (what.of === 'site') return site === what.site;
  return what.of === 'all' || (what.first <= day && day <= what.last);
}
