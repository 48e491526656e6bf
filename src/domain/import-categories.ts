import * as v from 'valibot';
import { categoryIdSchema } from './category-schema';
import type { CategoryId, Settings } from './settings';

/** The category a name of the file stands for, or null. */
export type CategoryNames = (name: string) => CategoryId | null;

/** A category that was gone when the file was written stands in it by its id. */
export function categoryNames({ categories }: Settings): CategoryNames {
  const ids = new Map(categories.toReversed().map(({ id, name }) => [name, id]));
  return name => ids.get(name) ?? (v.is(categoryIdSchema, name) ? (name as CategoryId) : null);
}
