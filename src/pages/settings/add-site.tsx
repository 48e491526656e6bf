import type { RefObject, TargetedEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Category, CategoryId } from '../../domain/settings';
import type { Fault } from '../../messages/requests';
import { faultText } from '../../ui/fault-text';
import { text } from '../../ui/text';
import { CategoryField } from './category-field';
import type { Added } from './store';

export interface AddSiteProps {
  categories: readonly Category[];
  add: (text: string, category: CategoryId) => Promise<Added>;
  input: RefObject<HTMLInputElement | null>;
  /** What stands in the field at first. */
  suggested: string;
}

export function AddSite({ categories, add, input, suggested }: AddSiteProps) {
  const [typed, setTyped] = useState(suggested);
  const [chosen, setChosen] = useState<CategoryId | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const category = categories.find(({ id }) => id === chosen) ?? categories[0];

  useEffect(() => {
    if (suggested !== '') input.current?.focus();
  }, [suggested, input]);

  // `add` asks for permission before it first waits, so nothing may be awaited before it here either.
  const submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!category) return;
    const outcome = await add(typed, category.id);
    setFault(outcome.added ? null : outcome.fault);
    // Unless something else was typed meanwhile.
    if (outcome.added) setTyped(current => (current === typed ? '' : current));
    input.current?.focus();
  };

  return (
    <form class="add" noValidate onSubmit={submit}>
      <div class="field add-pattern">
        <label for="add-site">{text('settings_add_label')}</label>
        <input
          class="input"
          id="add-site"
          ref={input}
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          dir="ltr"
          placeholder={text('settings_add_placeholder')}
          value={typed}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : 'add-site-fault'}
          onInput={event => {
            setTyped(event.currentTarget.value);
            setFault(null);
          }}
        />
      </div>
      <CategoryField id="add-category" categories={categories} value={category?.id} set={setChosen} />
      <button type="submit" class="btn btn-secondary">
        {text('settings_add')}
      </button>
      <p class="error" id="add-site-fault" role="alert">
        {fault !== null && faultText(fault)}
      </p>
    </form>
  );
}
