import type { Pass } from './pass';
import type { Pattern } from './pattern';
import type { Remark } from './remark';
import type { Rock } from './rock';
import type { Category, CategoryId } from './settings';
import type { DayKey, Duration, Instant, Zone } from './time';
import { addDayTotals, type DayTotal, dayTotalsOf, emptyTotal, summed } from './totals';
import { type OpenVisit, type Visit, visitsOf } from './visit';

export interface CategoryTime {
  id: CategoryId;
  name: string;
  time: Duration;
  checks: number;
  attempts: number;
}

export interface SiteTime {
  site: Pattern;
  category: CategoryId;
  categoryName: string;
  time: Duration;
  checks: number;
  attempts: number;
}

/** Where one day went. Times are as of `asOf`; what is `running` has grown since by the time that has passed. */
export interface DayReport {
  day: DayKey;
  today: DayKey;
  zone: Zone;
  asOf: Instant;
  running: { site: Pattern; category: CategoryId } | null;
  rocks: readonly Rock[];
  categories: CategoryTime[];
  /** Longest first. */
  sites: SiteTime[];
}

/** What else a day's report tells, in order of time. */
export interface DayStory {
  passes: readonly Pass[];
  remarks: readonly Remark[];
}

export interface DayMaterial {
  day: DayKey;
  today: DayKey;
  zone: Zone;
  asOf: Instant;
  dayStart: number;
  categories: readonly Category[];
  rocks: readonly Rock[];
  totals: readonly DayTotal[];
  open: OpenVisit | null;
}

export function dayReport(material: DayMaterial): DayReport {
  const { day, today, zone, asOf, rocks, open, categories } = material;
  const totals = dayTotalsWithOpen(material);
  const nameOf = (id: CategoryId) => categories.find(category => category.id === id)?.name ?? id;
  const sites = totals.map(total => ({
    ...timesOf(total),
    site: total.site,
    categoryName: nameOf(total.category),
  }));
  return {
    day,
    today,
    zone,
    asOf,
    running: open && day === today ? { site: open.site, category: open.category } : null,
    rocks,
    categories: categoryTimes(categories, totals),
    sites: sites.sort((a, b) => b.time - a.time || b.attempts - a.attempts || a.site.localeCompare(b.site)),
  };
}

/** The time of each category, in the user's order; a category that is gone but has time comes last, by its id. */
export function categoryTimes(categories: readonly Category[], totals: readonly DayTotal[]): CategoryTime[] {
  const ids = new Set([...categories.map(({ id }) => id), ...totals.map(({ category }) => category)]);
  return [...ids].map(id => {
    const own = totals.filter(total => total.category === id);
    const sum = (pick: (total: DayTotal) => number) => own.reduce((all, total) => all + pick(total), 0);
    return {
      id,
      name: categories.find(category => category.id === id)?.name ?? id,
      time: sum(total => total.time),
      checks: sum(total => total.checks),
      attempts: sum(total => total.attempts),
    };
  });
}

/** The totals of a day with the open visit counted as if it ended at `asOf`; it has a row even if it just began. */
export function dayTotalsWithOpen({ day, today, totals, open, asOf, dayStart }: DayMaterial): DayTotal[] {
  const visits: Visit[] = open ? visitsOf(open, asOf, dayStart).filter(visit => visit.day === day) : [];
  const running = open && day === today ? [emptyTotal(day, open.site, open.category)] : [];
  const rows = [...totals, ...dayTotalsOf({ visits, attempts: [] }), ...running];
  return summed(rows, total => total.site, addDayTotals);
}

function timesOf({ category, time, checks, attempts }: DayTotal) {
  return { category, time, checks, attempts };
}
