import {
  type Category,
  type HourRange,
  type PolicyTerms,
  type Settings,
  type Site,
  termsOf,
  type WorkHours,
} from './settings';
import { siteEntry } from './site-list';
import { liesWithin, territoryIn } from './territory';

/**
 * The settings asked for as far as they loosen nothing: what `before` blocks, at any time, these block too, and so they
 * do with what `after` blocks. Where that cannot be told, as of another start of the day, it stays as it was.
 */
export function stricterOf(before: Settings, after: Settings): Settings {
  const categories = stricterCategories(before, after);
  const watchesOn = after.watchFrom !== null && after.watchFrom !== before.watchFrom;
  return {
    ...after,
    categories,
    sites: stricterSites(before, after, categories),
    workHours: longerHours(before.workHours, after.workHours),
    daysOff: after.daysOff.filter(day => before.daysOff.includes(day)),
    dayStart: before.dayStart,
    passesPerDay: Math.min(before.passesPerDay, after.passesPerDay),
    isStrict: before.isStrict || after.isStrict,
    watchFrom: watchesOn ? before.watchFrom : after.watchFrom,
  };
}

/** Whether two settings say the same. */
export const isSameSettings = (one: Settings, other: Settings): boolean => isAlike(one, other);

/** Those of `sites`, in these categories, that would open part of what the settings block, if they were listed. */
export function openersAmong(
  sites: readonly Site[],
  categories: readonly Category[],
  settings: Settings,
): ReadonlySet<Site> {
  const byId = new Map(categories.map(category => [category.id, category]));
  const opens = (site: Site): boolean => {
    const entry = siteEntry(site);
    const to = entry.exception ? undefined : byId.get(site.category);
    return settings.categories.some(from => {
      if (!isHolding(from) || (to && covers(from, to))) return false;
      return liesWithin(entry, territoryIn(settings.sites, from.id));
    });
  };
  return new Set(sites.filter(opens));
}

const isHolding = ({ policy }: PolicyTerms): boolean => policy !== 'only track';

const isAlike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether whatever the first blocks, the other blocks too. */
const isAsStrict = (from: PolicyTerms, to: PolicyTerms): boolean =>
  isAlike(termsOf(stricterTerms(from, to)), termsOf(to));

/** Whether a site of the first is blocked as much in the other. Each category has a limit of its own to use up. */
const covers = (from: Category, to: Category): boolean =>
  from.id === to.id || (isAsStrict(from, to) && to.policy !== 'limit per day');

/** A category that is to go stays for the sake of its sites. */
function stricterCategories(before: Settings, after: Settings): Category[] {
  const old = new Map(before.categories.map(category => [category.id, category]));
  const kept = after.categories.map(category => {
    const was = old.get(category.id);
    return was ? { ...category, ...termsOf(stricterTerms(was, category)) } : category;
  });
  const ids = new Set(kept.map(({ id }) => id));
  const isUsed = ({ id }: Category) => before.sites.some(site => site.category === id);
  return [...kept, ...before.categories.filter(each => !ids.has(each.id) && isHolding(each) && isUsed(each))];
}

function stricterTerms(before: PolicyTerms, after: PolicyTerms): PolicyTerms {
  const { policy, nudgeMinutes } = after;
  if (!isHolding(before)) return after;
  if (before.policy !== policy) {
    const outlastsDone = before.policy !== 'block until done' && !before.endsWhenDone;
    const isStricter = policy === 'block until done' && !outlastsDone;
    return isStricter ? { ...after, insidePages: eitherInside(before, after) } : { ...before, nudgeMinutes };
  }
  if (policy === 'block until done') return { ...after, insidePages: eitherInside(before, after) };
  return {
    ...after,
    windows: policy === 'only in windows' ? shared(before.windows, after.windows) : after.windows,
    limitMinutes:
      policy === 'limit per day' ? Math.min(before.limitMinutes, after.limitMinutes) : after.limitMinutes,
    endsWhenDone: before.endsWhenDone && after.endsWhenDone,
    insidePages: eitherInside(before, after),
  };
}

const eitherInside = (before: PolicyTerms, after: PolicyTerms): boolean =>
  before.insidePages || after.insidePages;

function stricterSites(before: Settings, after: Settings, categories: readonly Category[]): Site[] {
  const byId = new Map(categories.map(category => [category.id, category]));
  const now = new Map(after.sites.map(site => [site.pattern, site]));
  const isLooser = ({ pattern, category }: Site): boolean => {
    const from = byId.get(category);
    if (!from || !isHolding(from) || pattern.startsWith('+')) return false;
    const to = byId.get(now.get(pattern)?.category ?? from.id);
    return !now.has(pattern) || !to || !covers(from, to);
  };
  const staying = new Map(before.sites.filter(isLooser).map(site => [site.pattern, site]));
  const old = new Set(before.sites.map(({ pattern }) => pattern));
  const fresh = after.sites.filter(({ pattern }) => !old.has(pattern));
  const openers = openersAmong(fresh, categories, before);
  const asked = after.sites.filter(site => !openers.has(site)).map(site => staying.get(site.pattern) ?? site);
  const missing = [...staying.values()].filter(({ pattern }) => !now.has(pattern));
  return inOrderOf(before.sites, [...asked, ...missing]);
}

/** What is asked for and does not happen must not move a site to another place of the list. */
function inOrderOf(order: readonly Site[], sites: readonly Site[]): Site[] {
  const places = new Map(order.map(({ pattern }, place) => [pattern, place]));
  const placeOf = ({ pattern }: Site) => places.get(pattern) ?? order.length;
  return sites.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function longerHours(before: WorkHours, after: WorkHours): WorkHours {
  return {
    always: before.always || after.always,
    week: after.week.map((ranges, day) => {
      const both = joined([...(before.week[day] ?? []), ...ranges]);
      return isAlike(both, joined(ranges)) ? ranges : both;
    }),
  };
}

/** The same time in as few ranges as possible. */
function joined(ranges: readonly HourRange[]): readonly HourRange[] {
  const whole: HourRange[] = [];
  for (const [from, to] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const last = whole.at(-1);
    if (last && from <= last[1]) whole[whole.length - 1] = [last[0], Math.max(last[1], to)];
    else whole.push([from, to]);
  }
  return whole;
}

/** The time that is in both. */
function shared(some: readonly HourRange[], others: readonly HourRange[]): readonly HourRange[] {
  const both = some
    .flatMap(one =>
      others.map((other): HourRange => [Math.max(one[0], other[0]), Math.min(one[1], other[1])]),
    )
    .filter(([from, to]) => from < to);
  return isAlike(joined(both), joined(others)) ? others : joined(both);
}
