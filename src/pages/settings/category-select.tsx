import type { Category, CategoryId } from '../../domain/settings';
import { text } from '../../ui/text';

export interface CategorySelectProps {
  id: string;
  categories: readonly Category[];
  value: CategoryId | undefined;
  set: (category: CategoryId) => void;
}

export function CategorySelect({ id, categories, value, set }: CategorySelectProps) {
  return (
    <div class="field add-category">
      <label for={id}>{text('settings_add_category')}</label>
      <select
        class="input"
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
    </div>
  );
}
