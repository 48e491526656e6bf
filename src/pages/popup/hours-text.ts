import type { Instant, Zone } from '../../domain/time';
import type { Today } from '../../messages/requests';
import { clockText } from '../../ui/format';
import { language, text } from '../../ui/text';

/** When work hours end, or when they next begin. */
export function hoursText({ workEndsAt, workStartsAt, asOf, zone, gate }: Today): string {
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

const weekdayOf = (at: Instant, zone: Zone): string =>
  new Intl.DateTimeFormat(language(), { weekday: 'short', timeZone: zone }).format(at);
