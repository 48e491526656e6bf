import { useRef, useState } from 'preact/hooks';
import type { Guesses } from '../domain/baseline';
import type { Category, CategoryId } from '../domain/settings';
import type { Fault } from '../messages/requests';
import { faultText } from './fault-text';
import { Swatch } from './swatch';
import { text } from './text';

export interface GuessFieldsProps {
  categories: readonly Category[];
  guesses: Guesses;
  save: (guesses: Guesses) => Promise<Fault | null>;
}

const MOST = 24 * 60;

/** What a person guesses each category costs a day, in minutes. An empty field is no guess. */
export function GuessFields({ categories, guesses, save }: GuessFieldsProps) {
  const [error, setError] = useState<string | null>(null);
  // One field may be left before what another has changed is saved.
  const latest = useRef(guesses);
  const settle = async (id: CategoryId, typed: string) => {
    const minutes = Number(typed);
    if (typed !== '' && !(Number.isInteger(minutes) && 0 <= minutes && minutes <= MOST))
      return setError(text('ui_guess_wrong', MOST));
    const { [id]: _, ...others } = latest.current;
    latest.current = typed === '' ? others : { ...others, [id]: minutes };
    const fault = await save(latest.current);
    setError(fault && faultText(fault));
  };
  return (
    <fieldset class="guesses">
      <legend class="legend">{text('ui_guess')}</legend>
      {categories.map(({ id, name }) => (
        <label key={id} class="guess">
          <span class="key">
            <Swatch category={id} />
            <bdi>{name}</bdi>
          </span>
          <input
            class="input input-dense input-number"
            type="number"
            inputMode="numeric"
            min={0}
            max={MOST}
            step={1}
            defaultValue={guesses[id] ?? ''}
            onChange={event => void settle(id, event.currentTarget.value.trim())}
          />
          <span class="quiet">{text('ui_minutes_a_day')}</span>
        </label>
      ))}
      <p class="error" role="alert">
        {error}
      </p>
    </fieldset>
  );
}
