import { originsOf, sitesWithoutAccess } from '../../domain/origin';
import type { Pattern } from '../../domain/pattern';
import { PRESETS, type Preset } from '../../domain/presets';
import type { CategoryId, Settings, Site } from '../../domain/settings';

/** One line of the checklist: a preset, or a site of the user's own under its pattern. */
export interface Line {
  name: string;
  category: CategoryId;
  patterns: readonly Pattern[];
  isPreset: boolean;
}

/** What is ticked otherwise than the settings have it, by the line's name. */
export type Changes = Readonly<Record<string, boolean>>;

/**
 * The presets, then the listed sites that belong to none, each under the category it has in the settings; last the lines
 * that were `unlisted`.
 */
export function linesOf({ sites }: Settings, unlisted: readonly Line[]): Line[] {
  const known = new Set(PRESETS.flatMap(({ patterns }) => patterns));
  const own = sites.filter(({ pattern }) => !known.has(pattern) && !pattern.startsWith('+'));
  const names = new Set<string>(own.map(({ pattern }) => pattern));
  return [
    ...PRESETS.map(preset => ({ ...preset, category: categoryOf(preset, sites), isPreset: true })),
    ...own.map(({ pattern, category }) => ({
      name: pattern,
      category,
      patterns: [pattern],
      isPreset: false,
    })),
    ...unlisted.filter(({ name }) => !names.has(name)),
  ];
}

export function isTicked(line: Line, settings: Settings, changes: Changes): boolean {
  return changes[line.name] ?? isListed(line, settings);
}

/** The edit that makes the settings what is ticked. A line left as it was is not touched, nor what it lacks added. */
export function editOf(
  settings: Settings,
  changes: Changes,
  unlisted: readonly Line[],
): { add: Site[]; remove: Pattern[] } {
  const changed = linesOf(settings, unlisted).filter(
    line => isTicked(line, settings, changes) !== isListed(line, settings),
  );
  const listed = new Set(settings.sites.map(({ pattern }) => pattern));
  const sitesOf = ({ patterns, category }: Line) =>
    patterns.map(pattern => ({ pattern, category: knownCategory(category, settings) }));
  return {
    add: changed.filter(line => !isListed(line, settings)).flatMap(sitesOf),
    remove: changed
      .filter(line => isListed(line, settings))
      .flatMap(({ patterns }) => patterns.filter(pattern => listed.has(pattern))),
  };
}

/** The host permissions still to be asked for, all in one question: none when each chosen site has its own. */
export function originsToAsk(
  settings: Settings,
  changes: Changes,
  unlisted: readonly Line[],
  granted: readonly string[],
): string[] {
  const { add, remove } = editOf(settings, changes, unlisted);
  const gone = new Set(remove);
  const chosen = [...settings.sites.filter(({ pattern }) => !gone.has(pattern)), ...add];
  return sitesWithoutAccess(chosen, granted).length === 0 ? [] : originsOf(chosen);
}

function isListed({ patterns }: Pick<Line, 'patterns'>, { sites }: Settings): boolean {
  const required = patterns.filter(pattern => !pattern.startsWith('+'));
  return sites.some(({ pattern }) => required.includes(pattern));
}

const categoryOf = (preset: Preset, sites: readonly Site[]): CategoryId =>
  sites.find(({ pattern }) => preset.patterns.includes(pattern))?.category ?? preset.category;

const knownCategory = (category: CategoryId, { categories }: Settings): CategoryId =>
  categories.some(({ id }) => id === category) ? category : (categories[0]?.id ?? category);
