import { useEffect, useRef, useState } from 'preact/hooks';
import type { CategoryTime } from '../../domain/day-report';
import type { CategoryId } from '../../domain/settings';
import type { Fault, Today } from '../../messages/requests';
import { CategorySelect } from '../../ui/category-select';
import { faultText } from '../../ui/fault-text';
import { text } from '../../ui/text';
import type { PopupState } from './store';

interface AddThisSiteProps {
  place: NonNullable<Today['otherSite']>;
  categories: readonly CategoryTime[];
  add: PopupState['addSite'];
}

/** Puts what is in front on the list: the whole site, or the path of this page and what is below it. */
export function AddThisSite({ place: { host, path }, categories, add }: AddThisSiteProps) {
  const [isChoosing, setChoosing] = useState(false);
  const [pattern, setPattern] = useState(host);
  const [chosen, setChosen] = useState<CategoryId | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // The button that opens the form goes with that, and the form with what it does: the keyboard's place must not.
  useEffect(() => {
    if (isChoosing) form.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, [isChoosing]);
  const submit = async (pattern: string, category: CategoryId): Promise<void> => {
    const section = form.current?.closest('section');
    // The browser asks only in the turn of the click: nothing may be awaited before.
    const refused = await add(pattern, category);
    setFault(refused);
    if (!refused) section?.focus();
  };
  const category = categories.find(({ id }) => id === chosen) ?? categories[0];
  if (!isChoosing || !category) {
    return (
      <>
        <p class="what">
          <bdi class="strong">{host}</bdi>
          <span class="quiet">{text('popup_not_listed')}</span>
        </p>
        <button type="button" class="btn btn-quiet btn-dense" onClick={() => setChoosing(true)}>
          {text('popup_add_site')}
        </button>
      </>
    );
  }
  return (
    <form
      class="add-site"
      ref={form}
      onSubmit={event => {
        event.preventDefault();
        void submit(pattern, category.id);
      }}
    >
      {path !== null && (
        <fieldset class="places">
          <legend class="visually-hidden">{text('popup_add_what')}</legend>
          {[host, path].map(each => (
            <label class="check" key={each}>
              <input type="radio" name="place" checked={pattern === each} onChange={() => setPattern(each)} />
              <bdi dir="ltr">{each}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <label class="visually-hidden" for="site-category">
        {text('settings_add_category')}
      </label>
      <CategorySelect
        id="site-category"
        categories={categories}
        value={category.id}
        set={setChosen}
        isDense={true}
      />
      <button type="submit" class="btn btn-secondary btn-dense">
        {text('settings_add')}
      </button>
      <p class="error" role="alert">
        {fault && faultText(fault)}
      </p>
    </form>
  );
}
