import { isoLocal } from './calendar';
import type { Pass, PassOutcome } from './pass';
import type { Rock } from './rock';
import type { Settings } from './settings';
import type { State } from './state';
import { type Moment, SECOND, type Zone } from './time';
import { addDayTotals, type DayTotal, dayTotalsOf, summed } from './totals';
import { type Visit, visitsOf } from './visit';

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
}

export interface ExportMaterial extends Moment {
  state: State;
  rocks: readonly Rock[];
  visits: readonly Visit[];
  totals: readonly DayTotal[];
  passes: readonly Pass[];
}

/** The open visit is included as if it ended now. */
export function exportOf({ at, zone, state, rocks, visits: ended, totals, passes }: ExportMaterial): Export {
  const { settings, tracker } = state;
  const current = tracker.open ? visitsOf(tracker.open, at, settings.dayStart) : [];
  const visits = [...ended, ...current];
  const days = summed(
    [...totals, ...dayTotalsOf({ visits: current, attempts: [] })],
    total => `${total.day} ${total.site}`,
    addDayTotals,
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
  };
}

const byDayAndSite = (one: DayTotal, other: DayTotal): number =>
  `${one.day} ${one.site}` < `${other.day} ${other.site}` ? -1 : 1;
