import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import { type Category, type CategoryId, COLOURS } from '../../domain/settings';
import type { Fault } from '../../messages/requests';
import { faultText } from '../../ui/fault-text';
import { text } from '../../ui/text';
import type { Save } from './store';

interface NewCategoryProps {
  categories: readonly Category[];
  save: Save;
}

/** Adds a category of the person's own, in the first colour that no other has. */
export function NewCategory({ categories, save }: NewCategoryProps) {
  const [name, setName] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    const taken = new Set(categories.map(({ colour }) => colour));
    const colour = COLOURS.find(each => !taken.has(each)) ?? 'flint';
    const category = crypto.randomUUID() as string as CategoryId;
    const refused = await save(() => ({ edit: 'add-category', category, name, colour }));
    setFault(refused);
    // Unless something else was typed meanwhile.
    if (!refused) setName(current => (current === name ? '' : current));
  };
  return (
    <form class="add new-category" noValidate onSubmit={submit}>
      <div class="field add-pattern">
        <label for="new-category">{text('settings_category_new')}</label>
        <input
          class="input"
          id="new-category"
          type="text"
          dir="auto"
          autocomplete="off"
          value={name}
          aria-invalid={fault !== null}
          aria-describedby="new-category-fault"
          onInput={event => {
            setName(event.currentTarget.value);
            setFault(null);
          }}
        />
      </div>
      <button type="submit" class="btn btn-secondary">
        {text('settings_category_add')}
      </button>
      <p class="error" id="new-category-fault" role="alert">
        {fault !== null && faultText(fault)}
      </p>
    </form>
  );
}
