import type { Category, CategoryId } from '../domain/settings';

export interface CategorySelectProps {
  id: string;
  categories: readonly Pick<Category, 'id' | 'name'>[];
  value: CategoryId | undefined;
  set: (category: CategoryId) => void;
  isDense?: boolean;
}

/** The choice of a category; its label is its user's. */
export function CategorySelect({ id, categories, value, set, isDense = false }: CategorySelectProps) {
  return (
    <select
      class={isDense ? 'input input-dense' : 'input'}
      id={id}
      value={value}
      onChange={event => set(event.currentTarget.value as CategoryId)}
    >
      {categories.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
