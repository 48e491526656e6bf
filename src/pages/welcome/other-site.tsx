import { useRef, useState } from 'preact/hooks';
import type { SettingsEdit } from '../../domain/edit-settings';
import type { Category, CategoryId } from '../../domain/settings';
import type { Fault } from '../../messages/requests';
import { CategorySelect } from '../../ui/category-select';
import { faultText } from '../../ui/fault-text';
import { text } from '../../ui/text';
import { faultIn, type Kept } from './store';

interface OtherSiteProps {
  categories: readonly Category[];
  onAdd: (edit: SettingsEdit) => Promise<Kept>;
}

/** Adds any other site to the list at once: the browser is asked for it together with the rest. */
export function OtherSite({ categories, onAdd }: OtherSiteProps) {
  const address = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<CategoryId | null>(null);
  const category = chosen ?? categories[0]?.id;
  const [outcome, setOutcome] = useState<{ fault: Fault } | { added: string } | null>(null);
  const fault = outcome && 'fault' in outcome ? outcome.fault : null;

  async function add() {
    if (!address.current || !category) return;
    const pattern = address.current.value;
    const refused = faultIn(await onAdd({ edit: 'add-site', pattern, category }));
    setOutcome(refused ? { fault: refused } : { added: pattern.trim() });
    // Unless something else was typed meanwhile.
    if (!refused && address.current.value === pattern) address.current.value = '';
    address.current.focus();
  }

  return (
    <form
      class="other"
      noValidate
      aria-labelledby="other-heading"
      onSubmit={event => {
        event.preventDefault();
        void add();
      }}
    >
      <h3 id="other-heading">{text('welcome_other')}</h3>
      <div class="row">
        <div class="field address">
          <label for="other-address">{text('welcome_other_address')}</label>
          <input
            class="input"
            id="other-address"
            ref={address}
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            aria-invalid={fault !== null}
            aria-describedby={fault ? 'other-fault' : undefined}
            onInput={() => setOutcome(null)}
          />
        </div>
        <div class="field">
          <label for="other-category">{text('welcome_other_category')}</label>
          <CategorySelect id="other-category" categories={categories} value={category} set={setChosen} />
        </div>
        <button class="btn btn-secondary" type="submit">
          {text('welcome_other_add')}
        </button>
      </div>
      {fault && (
        <p class="error" id="other-fault" role="alert">
          {faultText(fault)}
        </p>
      )}
      <p class="visually-hidden" role="status">
        {outcome && 'added' in outcome && text('welcome_other_added', outcome.added)}
      </p>
    </form>
  );
}
