import { addDays } from '../../domain/calendar';
import { PERIODS, periodAfter, periodBefore, periodWith } from '../../domain/period';
import type { DayKey } from '../../domain/time';
import type { Asked } from './address';
import type { View } from './store';

/** The day in a view from which other views are found: its own, or today where that lies in it. */
export function dayIn(shown: View): DayKey {
  if (shown.view === 'day') return shown.report.day;
  const { period, today } = shown.report;
  return period.first <= today && today <= period.last ? today : period.first;
}

/** What a click away from a view may ask for: the other views of the same day, and what comes before and after. */
export function neighboursOf(shown: View): Asked[] {
  const day = dayIn(shown);
  const { today } = shown.report;
  const ofDay = (wanted: DayKey): Asked => ({ view: 'day', day: wanted });
  const periods = PERIODS.map((kind): Asked => ({ view: 'period', period: periodWith(kind, day) }));
  if (shown.view === 'day')
    return [...periods, ofDay(addDays(day, -1)), ...(day < today ? [ofDay(addDays(day, 1))] : [])];
  const { period } = shown.report;
  const after = period.last < today ? [periodAfter(period)] : [];
  const beside = [periodBefore(period), ...after].map((period): Asked => ({ view: 'period', period }));
  return [ofDay(day), ...periods, ...beside];
}
