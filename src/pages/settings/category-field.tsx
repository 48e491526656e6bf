import { CategorySelect, type CategorySelectProps } from '../../ui/category-select';
import { text } from '../../ui/text';

/** The category that what is added goes to, with its label. */
export function CategoryField(props: CategorySelectProps) {
  return (
    <div class="field add-category">
      <label for={props.id}>{text('settings_add_category')}</label>
      <CategorySelect {...props} />
    </div>
  );
}
