import type { Gate } from '../../domain/gate';
import type { Instant, Zone } from '../../domain/time';
import type { Today } from '../../messages/requests';
import { clockText } from '../../ui/format';
import { language, type TextKey, text } from '../../ui/text';

/** Why nothing is blocked today, if so; else when work hours end, or when they next begin. */
export function hoursText({ workEndsAt, workStartsAt, asOf, zone, gate }: Today): string {
  const state = STATES[gate.because];
  if (state) return text(state);
  if (workEndsAt !== null) return text('popup_hours_until', clockText(workEndsAt, zone));
  if (workStartsAt === null) {
    return text(gate.because === 'outside-work-hours' ? 'popup_hours_none' : 'popup_hours_always');
  }
  const clock = clockText(workStartsAt, zone);
  const weekday = weekdayOf(workStartsAt, zone);
  return weekday === weekdayOf(asOf, zone)
    ? text('popup_hours_start', clock)
    : text('popup_hours_start_on', weekday, clock);
}

/** What says more than the hours do. */
const STATES: Partial<Record<Gate['because'], TextKey>> = {
  'put-aside': 'popup_state_aside',
  watching: 'popup_state_watching',
  'day-off': 'popup_state_day_off',
};

const weekdayOf = (at: Instant, zone: Zone): string =>
  new Intl.DateTimeFormat(language(), { weekday: 'short', timeZone: zone }).format(at);
