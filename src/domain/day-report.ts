import type { Pattern } from './pattern';
import type { Rock } from './rock';
import { type Category, type CategoryId, type Colour, plainColour } from './settings';
import type { DayKey, Duration, Instant, Zone } from './time';
import { addDayTotals, type DayTotal, dayTotalsOf, emptyTotal, summed } from './totals';
import { type OpenVisit, type Visit, visitsOf } from './visit';

export interface CategoryTime {
  id: CategoryId;
  name: string;
  colour: Colour;
  time: Duration;
  /** How much of it was on purpose. */
  passTime: Duration;
  checks: number;
  attempts: number;
}

export interface SiteTime {
  site: Pattern;
  category: CategoryId;
  categoryName: string;
  time: Duration;
  passTime: Duration;
  checks: number;
  attempts: number;
}

/** The visit that goes on. */
export interface Running {
  site: Pattern;
  category: CategoryId;
  isOnPurpose: boolean;
}

/** Where one day went. Times are as of `asOf`; what is `running` has grown since by the time that has passed. */
export interface DayReport {
  day: DayKey;
  today: DayKey;
  zone: Zone;
  asOf: Instant;
  running: Running | null;
  rocks: readonly Rock[];
  categories: CategoryTime[];
  /** Longest first. */
  sites: SiteTime[];
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
  return {
    day,
    today,
    zone,
    asOf,
    running: day === today ? runningOf(open) : null,
    rocks,
    categories: categoryTimes(categories, totals),
    sites: siteTimes(categories, totals),
  };
}

export const runningOf = (open: OpenVisit | null): Running | null =>
  open && { site: open.site, category: open.category, isOnPurpose: open.pass !== null };

/** The time of each site, longest first. Of rows of several days, the last one says which category it is of. */
export function siteTimes(categories: readonly Category[], totals: readonly DayTotal[]): SiteTime[] {
  const nameOf = (id: CategoryId) => categories.find(category => category.id === id)?.name ?? id;
  return summed(totals, ({ site }) => site, addDayTotals)
    .map(({ day: _, ...total }) => ({ ...total, categoryName: nameOf(total.category) }))
    .sort((a, b) => b.time - a.time || b.attempts - a.attempts || a.site.localeCompare(b.site));
}

/** The time of each category, in the user's order; a category that is gone but has time comes last, by its id. */
export function categoryTimes(categories: readonly Category[], totals: readonly DayTotal[]): CategoryTime[] {
  const ids = new Set([...categories.map(({ id }) => id), ...totals.map(({ category }) => category)]);
  return [...ids].map(id => {
    const category = categories.find(category => category.id === id);
    const own = totals.filter(total => total.category === id);
    const sum = (pick: (total: DayTotal) => number) => own.reduce((all, total) => all + pick(total), 0);
    return {
      id,
      name: category?.name ?? id,
      colour: category?.colour ?? plainColour(id),
      time: sum(total => total.time),
      passTime: sum(total => total.passTime),
      checks: sum(total => total.checks),
      attempts: sum(total => total.attempts),
    };
  });
}

/** The totals of a day with the open visit counted as if it ended at `asOf`; it has a row even if it just began. */
export function dayTotalsWithOpen({ day, today, ...material }: DayMaterial): DayTotal[] {
  return totalsWithOpen({ ...material, first: day, last: day, today });
}

export interface OpenMaterial extends Pick<DayMaterial, 'totals' | 'open' | 'asOf' | 'dayStart' | 'today'> {
  first: DayKey;
  last: DayKey;
}

/** The same for several days. */
export function totalsWithOpen({
  first,
  last,
  today,
  totals,
  open,
  asOf,
  dayStart,
}: OpenMaterial): DayTotal[] {
  if (!open || last < first) return [...totals];
  const visits: Visit[] = visitsOf(open, asOf, dayStart).filter(({ day }) => first <= day && day <= last);
  const isToday = first <= today && today <= last;
  const running = isToday ? [emptyTotal(today, open.site, open.category)] : [];
  const rows = [...totals, ...dayTotalsOf({ visits, attempts: [] }), ...running];
  return summed(rows, ({ day, site }) => `${day} ${site}`, addDayTotals);
}
