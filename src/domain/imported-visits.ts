import { dayOf, hourOf, nextCut, wallClock } from './calendar';
import type { CategoryNames } from './import-categories';
import type { VisitRow } from './import-shapes';
import type { LocalInstant } from './import-values';
import type { CategoryId } from './settings';
import { type Instant, instant, type Zone } from './time';
import type { DayTotal } from './totals';
import { CHECK_GAP, type Visit } from './visit';

/** What of a file its visits do not say themselves. */
export interface FilePlace {
  zone: Zone;
  dayStart: number;
  idOf: CategoryNames;
}

/**
 * The visits of a file, in its order, with what it leaves out: the day and hour, the zone, which are checks. Cut as
 * our own are, so that one that another program wrote in one piece counts in the hours in which it was.
 */
export function importedVisits(
  rows: readonly VisitRow[],
  place: FilePlace,
  totals: readonly DayTotal[],
): Visit[] {
  const visits = rows.flatMap(row => piecesOf(row, place));
  return withClocks(withChecks(visits, totals));
}

function piecesOf(row: VisitRow, { zone: home, dayStart, idOf }: FilePlace): Visit[] {
  const { site, pass } = row;
  const category = idOf(row.category) as CategoryId;
  const zone = zoneAt(row.start, home);
  const pieces: Visit[] = [];
  for (let start = row.start.at; start < row.end.at; ) {
    const moment = { at: start, zone };
    const end = instant(Math.min(nextCut(moment), row.end.at));
    const day = dayOf(moment, dayStart);
    pieces.push({
      start,
      end,
      site,
      category,
      zone,
      day,
      hour: hourOf(moment),
      check: false,
      pass,
      clock: 0,
    });
    start = end;
  }
  return pieces;
}

/** The file names one zone, that of its export; a visit elsewhere has only its offset, which is a zone too. */
export const zoneAt = ({ at, offset }: LocalInstant, home: Zone): Zone =>
  wallClock({ at, zone: home }).offset === offset ? home : offset;

/**
 * A check begins a minute or more after the last attention to its category; but no more of them than the file counts
 * itself on that day, which knew of attention too short to be a visit.
 */
function withChecks(visits: readonly Visit[], totals: readonly DayTotal[]): Visit[] {
  const left = new Map(totals.map(total => [rowOf(total), total.checks]));
  const lastEnds = new Map<CategoryId, Instant>();
  const checks = new Set<Visit>();
  for (const visit of visits.toSorted((a, b) => a.start - b.start)) {
    const { category, start, end } = visit;
    const last = lastEnds.get(category);
    const allowed = left.get(rowOf(visit)) ?? Number.POSITIVE_INFINITY;
    if (allowed > 0 && (last === undefined || start - last >= CHECK_GAP)) {
      checks.add(visit);
      left.set(rowOf(visit), allowed - 1);
    }
    lastEnds.set(category, instant(Math.max(end, last ?? end)));
  }
  return visits.map(visit => ({ ...visit, check: checks.has(visit) }));
}

/** Only a clock set back makes visits of equal start and site; the file has them in the order of the clock. */
function withClocks(visits: readonly Visit[]): Visit[] {
  const counts = new Map<string, number>();
  return visits.map(visit => {
    const key = `${visit.start} ${visit.site}`;
    const clock = counts.get(key) ?? 0;
    counts.set(key, clock + 1);
    return { ...visit, clock };
  });
}

const rowOf = ({ day, site }: Pick<DayTotal, 'day' | 'site'>): string => `${day} ${site}`;
