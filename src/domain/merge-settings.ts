import { MAX_CATEGORIES, MAX_SITES } from './limits';
import type { Settings, Site } from './settings';
import { isSameSettings, openersAmong } from './stricter';

export interface MergedSettings {
  settings: Settings;
  /** Whether the file's were taken whole. */
  isWhole: boolean;
  added: readonly Site[];
  known: number;
  /** How many would have opened part of what is blocked now. */
  heldBack: number;
}

/**
 * Where the settings are still the `first`, and nothing is blocked, they are the file's from now on. Otherwise ours
 * stay, and the categories and sites that we lack are added, but for those that would open what is blocked now.
 */
export function mergeSettings(
  ours: Settings,
  brought: Settings,
  first: Settings,
  isBlocked: boolean,
): MergedSettings | { tooMany: 'categories' | 'sites' } {
  const listed = new Set(ours.sites.map(({ pattern }) => pattern));
  const lacking = brought.sites.filter(({ pattern }) => !listed.has(pattern));
  const known = brought.sites.length - lacking.length;
  if (isSameSettings(ours, first) && !isBlocked) {
    const settings = isSameSettings(ours, brought) ? ours : brought;
    return { settings, isWhole: settings !== ours, added: lacking, known, heldBack: 0 };
  }
  const ids = new Set(ours.categories.map(({ id }) => id));
  const categories = [...ours.categories, ...brought.categories.filter(({ id }) => !ids.has(id))];
  const heldBack = isBlocked ? openersAmong(lacking, categories, ours) : new Set<Site>();
  const added = lacking.filter(site => !heldBack.has(site));
  if (categories.length > MAX_CATEGORIES) return { tooMany: 'categories' };
  if (ours.sites.length + added.length > MAX_SITES) return { tooMany: 'sites' };
  const isLacking = added.length > 0 || categories.length > ours.categories.length;
  const settings = isLacking ? { ...ours, categories, sites: [...ours.sites, ...added] } : ours;
  return { settings, isWhole: false, added, known, heldBack: heldBack.size };
}
