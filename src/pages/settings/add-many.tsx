import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Category, CategoryId } from '../../domain/settings';
import { faultText } from '../../ui/fault-text';
import { text } from '../../ui/text';
import { CategoryField } from './category-field';
import type { AddedMany } from './store';

export interface AddManyProps {
  categories: readonly Category[];
  add: (text: string, category: CategoryId) => Promise<AddedMany>;
}

/** A whole list of sites at once. What is not understood stays in the field, with the reason. */
export function AddMany({ categories, add }: AddManyProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<CategoryId | null>(null);
  const [outcome, setOutcome] = useState<AddedMany | null>(null);
  const category = categories.find(({ id }) => id === chosen) ?? categories[0];
  // As with a single site, nothing may be awaited before `add`.
  const submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!category) return;
    const came = await add(typed, category.id);
    setOutcome(came);
    if ('fault' in came) return;
    const left = came.left.map(({ line }) => line).join('\n');
    // Unless something else was typed meanwhile.
    setTyped(current => (current === typed ? left : current));
  };
  return (
    <details class="more add-many">
      <summary>{text('settings_add_many')}</summary>
      <form class="add" noValidate onSubmit={submit}>
        <div class="field add-pattern">
          <label for="add-many">{text('settings_add_many_label')}</label>
          <textarea
            class="input"
            id="add-many"
            rows={6}
            dir="ltr"
            autocapitalize="none"
            spellcheck={false}
            value={typed}
            aria-describedby="add-many-outcome"
            onInput={event => {
              setTyped(event.currentTarget.value);
              setOutcome(null);
            }}
          />
        </div>
        <CategoryField id="add-many-category" categories={categories} value={category?.id} set={setChosen} />
        <button type="submit" class="btn btn-secondary">
          {text('settings_add_all')}
        </button>
        <div class="error" id="add-many-outcome" role="alert">
          {outcome && <Outcome of={outcome} />}
        </div>
      </form>
    </details>
  );
}

function Outcome({ of: outcome }: { of: AddedMany }) {
  if ('fault' in outcome) return <p>{faultText(outcome.fault)}</p>;
  if (outcome.left.length === 0) return null;
  return (
    <ul>
      {outcome.left.map(({ line, fault }) => (
        <li key={line}>
          <bdi dir="ltr">{line}</bdi>: {faultText(fault)}
        </li>
      ))}
    </ul>
  );
}
