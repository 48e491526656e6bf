import { MAX_CATEGORIES, MAX_CATEGORY_NAME } from './limits';
import { tidied } from './rock';
import { type Category, type CategoryId, type Colour, plainCategory, type Settings } from './settings';

/** A change of which categories there are, and of what they are called. */
export type CategoryEdit =
  | { edit: 'add-category' | 'set-category'; category: CategoryId; name: string; colour: Colour }
  | { edit: 'remove-category'; category: CategoryId };

export type CategoryFault =
  | 'unknown-category'
  | 'category-name-empty'
  | 'category-name-too-long'
  | 'category-name-taken'
  | 'too-many-categories'
  | 'category-has-sites'
  | 'last-category';

export function editCategories(
  settings: Settings,
  edit: CategoryEdit,
): { settings: Settings } | { fault: CategoryFault } {
  if (edit.edit === 'remove-category') return withoutCategory(settings, edit.category);
  const name = tidied(edit.name);
  const fault = nameFault(name, edit.category, settings.categories);
  if (fault) return { fault };
  const isThere = settings.categories.some(({ id }) => id === edit.category);
  if (edit.edit === 'set-category') {
    if (!isThere) return { fault: 'unknown-category' };
    const categories = settings.categories.map(each =>
      each.id === edit.category ? { ...each, name, colour: edit.colour } : each,
    );
    return { settings: { ...settings, categories } };
  }
  if (isThere) return { fault: 'category-name-taken' };
  if (settings.categories.length >= MAX_CATEGORIES) return { fault: 'too-many-categories' };
  const added = { ...plainCategory(edit.category, name, 'block until done'), colour: edit.colour };
  return { settings: { ...settings, categories: [...settings.categories, added] } };
}

function nameFault(name: string, id: CategoryId, categories: readonly Category[]): CategoryFault | null {
  if (name === '') return 'category-name-empty';
  if (name.length > MAX_CATEGORY_NAME) return 'category-name-too-long';
  const isTaken = categories.some(each => each.id !== id && each.name.toLowerCase() === name.toLowerCase());
  return isTaken ? 'category-name-taken' : null;
}

/** Only an empty one may go: nothing is to be opened, or lost from a list, by that. */
function withoutCategory(
  settings: Settings,
  category: CategoryId,
): { settings: Settings } | { fault: CategoryFault } {
  const categories = settings.categories.filter(({ id }) => id !== category);
  if (categories.length === settings.categories.length) return { fault: 'unknown-category' };
  if (settings.sites.some(site => site.category === category)) return { fault: 'category-has-sites' };
  if (categories.length === 0) return { fault: 'last-category' };
  return { settings: { ...settings, categories } };
}
