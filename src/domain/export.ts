import { isoLocal } from './calendar';
import type { DayKind } from './day-terms';
import type { PassOutcome } from './pass';
import type { Records } from './records';
import type { Remark } from './remark';
import type { Rock } from './rock';
import type { Settings } from './settings';
import type { State } from './state';
import { type Moment, SECOND, type Zone } from './time';
import {
  addDayTotals,
  addHourTotals,
  type DayTotal,
  dayTotalsOf,
  type HourTotal,
  hourTotalsOf,
  summed,
} from './totals';
import { visitsOf } from './visit';

/** Everything the user has, as one JSON object. Times are ISO 8601 with the offset of where they happened. */
export interface Export {
  format: 'big-rock';
  version: 1;
  exportedAt: string;
  timeZone: Zone;
  settings: Settings;
  rocks: readonly Rock[];
  visits: { start: string; end: string; site: string; category: string; pass: string | null }[];
  passes: {
    id: string;
    day: string;
    start: string;
    end: string;
    site: string;
    category: string;
    purpose: string;
    minutes: number;
    outcome: PassOutcome | null;
  }[];
  days: {
    day: string;
    site: string;
    category: string;
    seconds: number;
    checks: number;
    attempts: number;
    passSeconds: number;
  }[];
  hours: { day: string; hour: number; category: string; seconds: number; passSeconds: number }[];
  attempts: { id: string; day: string; at: string; site: string; category: string }[];
  remarks: { id: string; day: string; at: string; what: Remark['what']; site: string | null }[];
  workdays: { day: string; zone: Zone; work: { start: string; end: string }[]; kind: DayKind }[];
  reviews: { week: string; moved: string; inTheWay: string; next: string; keptAt: string }[];
}

export interface ExportMaterial extends Moment, Records {
  state: State;
  totals: readonly DayTotal[];
  hours: readonly HourTotal[];
}

/** The open visit is included as if it ended now. */
export function exportOf({
  at,
  zone,
  state,
  rocks,
  visits: ended,
  totals,
  passes,
  ...rest
}: ExportMaterial): Export {
  const { settings, tracker } = state;
  const current = tracker.open ? visitsOf(tracker.open, at, settings.dayStart) : [];
  const visits = [...ended, ...current];
  const days = summed(
    [...totals, ...dayTotalsOf({ visits: current, attempts: [] })],
    total => `${total.day} ${total.site}`,
    addDayTotals,
  );
  const hours = summed(
    [...rest.hours, ...hourTotalsOf(current)],
    total => `${total.day} ${total.hour} ${total.category}`,
    addHourTotals,
  );
  const names = new Map(settings.categories.map(({ id, name }) => [id, name]));
  return {
    format: 'big-rock',
    version: 1,
    exportedAt: new Date(at).toISOString(),
    timeZone: zone,
    settings,
    rocks,
    visits: visits.map(visit => ({
      start: isoLocal({ at: visit.start, zone: visit.zone }),
      end: isoLocal({ at: visit.end, zone: visit.zone }),
      site: visit.site,
      category: names.get(visit.category) ?? visit.category,
      pass: visit.pass,
    })),
    passes: passes.map(({ id, zone: there, day, startedAt, endsAt, ...pass }) => ({
      id,
      day,
      start: isoLocal({ at: startedAt, zone: there }),
      end: isoLocal({ at: endsAt, zone: there }),
      site: pass.site,
      category: names.get(pass.category) ?? pass.category,
      purpose: pass.purpose,
      minutes: pass.minutes,
      outcome: pass.outcome,
    })),
    days: days.toSorted(byDayAndSite).map(total => ({
      day: total.day,
      site: total.site,
      category: names.get(total.category) ?? total.category,
      seconds: total.time / SECOND,
      checks: total.checks,
      attempts: total.attempts,
      passSeconds: total.passTime / SECOND,
    })),
    hours: hours.toSorted(byDayAndHour).map(({ day, hour, category, time, passTime }) => ({
      day,
      hour,
      category: names.get(category) ?? category,
      seconds: time / SECOND,
      passSeconds: passTime / SECOND,
    })),
    attempts: rest.attempts
      .toSorted((one, other) => one.at - other.at)
      .map(({ id, day, at, zone, site, category }) => ({
        id,
        day,
        at: isoLocal({ at, zone }),
        site,
        category: names.get(category) ?? category,
      })),
    remarks: rest.remarks.map(({ id, day, at, zone, what, site }) => ({
      id,
      day,
      at: isoLocal({ at, zone }),
      what,
      site,
    })),
    workdays: rest.terms.map(({ day, zone, work, kind }) => ({
      day,
      zone,
      work: work.map(([from, to]) => ({
        start: isoLocal({ at: from, zone }),
        end: isoLocal({ at: to, zone }),
      })),
      kind,
    })),
    reviews: rest.reviews.map(({ keptAt, ...review }) => ({
      ...review,
      keptAt: isoLocal({ at: keptAt, zone }),
    })),
  };
}

const byDayAndSite = (one: DayTotal, other: DayTotal): number =>
  `${one.day} ${one.site}` < `${other.day} ${other.site}` ? -1 : 1;

const byDayAndHour = (one: HourTotal, other: HourTotal): number => (placeOf(one) < placeOf(other) ? -1 : 1);

const placeOf = ({ day, hour, category }: HourTotal): string =>
  `${day} ${String(hour).padStart(2, '0')} ${category}`;
