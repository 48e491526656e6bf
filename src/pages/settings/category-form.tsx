import { type Category, COLOURS, type Colour } from '../../domain/settings';
import type { Change } from '../../ui/asked-settings';
import { type TextKey, text } from '../../ui/text';
import { useDraft } from '../../ui/use-draft';
import { useSaveFault } from './save-fault';
import type { Save } from './store';

const NAMES: { [C in Colour]: TextKey } = {
  heather: 'settings_colour_heather',
  lake: 'settings_colour_lake',
  honey: 'settings_colour_honey',
  flint: 'settings_colour_flint',
  fjord: 'settings_colour_fjord',
  berry: 'settings_colour_berry',
  night: 'settings_colour_night',
};

interface CategoryFormProps {
  category: Category;
  isEmpty: boolean;
  save: Save;
}

/** What a category is called and looks like; an empty one may go. */
export function CategoryForm({ category, isEmpty, save }: CategoryFormProps) {
  const { id, name, colour } = category;
  const { error, saving } = useSaveFault(save);
  const looks =
    (changed: Partial<{ name: string; colour: Colour }>): Change =>
    ({ categories }) => {
      const { name, colour } = categories.find(each => each.id === id) ?? category;
      return { edit: 'set-category', category: id, name, colour, ...changed };
    };
  const { typed, refusal, type, settle } = useDraft<string, string>({
    stored: name,
    read: value => ({ value }),
    save: value => save(looks({ name: value })),
  });
  return (
    <details class="more">
      <summary>{text('settings_category_change')}</summary>
      <div class="field">
        <label for={`name-${id}`}>{text('settings_category_name')}</label>
        <input
          class="input input-dense"
          id={`name-${id}`}
          type="text"
          dir="auto"
          autocomplete="off"
          value={typed}
          aria-invalid={refusal !== null}
          aria-describedby={`name-fault-${id}`}
          onInput={event => void type(event.currentTarget.value)}
          onChange={event => void settle(event.currentTarget.value)}
        />
        <p class="error" id={`name-fault-${id}`} role="alert">
          {refusal?.why}
        </p>
      </div>
      <fieldset class="colours">
        <legend class="caption">{text('settings_category_colour')}</legend>
        {COLOURS.map(each => (
          <label key={each}>
            <input
              type="radio"
              name={`colour-${id}`}
              checked={colour === each}
              onChange={() => void saving(looks({ colour: each }))}
            />
            <span class="cat swatch" data-cat={each} aria-hidden="true" />
            <span>{text(NAMES[each])}</span>
          </label>
        ))}
      </fieldset>
      {isEmpty && (
        <button
          type="button"
          class="btn btn-quiet btn-dense"
          onClick={() => void saving(() => ({ edit: 'remove-category', category: id }))}
        >
          {text('settings_category_remove')}
        </button>
      )}
      <p class="error" role="alert">
        {error}
      </p>
    </details>
  );
}
