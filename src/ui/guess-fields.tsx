import type { Guesses } from '../domain/baseline';
import type { Category, CategoryId } from '../domain/settings';
import type { Fault } from '../messages/requests';
import { Swatch } from './swatch';
import { text } from './text';
import { useDraft } from './use-draft';

/** Saves one guess, in minutes a day, or that there is none: 0 to 1440, or null. */
export type SaveGuess = (category: CategoryId, minutes: number | null) => Promise<Fault | null>;

export interface GuessFieldsProps {
  categories: readonly Category[];
  guesses: Guesses;
  save: SaveGuess;
}

const MOST = 24 * 60;

/** What a person guesses each category costs a day, in minutes. An empty field is no guess. */
export function GuessFields({ categories, guesses, save }: GuessFieldsProps) {
  return (
    <fieldset class="guesses">
      <legend class="legend">{text('ui_guess')}</legend>
      {categories.map(category => (
        <GuessField key={category.id} category={category} guess={guesses[category.id]} save={save} />
      ))}
    </fieldset>
  );
}

/** With a guess more, or with none for this category. */
export function withGuess(guesses: Guesses, category: CategoryId, minutes: number | null): Guesses {
  const { [category]: _, ...others } = guesses;
  return minutes === null ? others : { ...others, [category]: minutes };
}

interface GuessFieldProps {
  category: Category;
  guess: number | undefined;
  save: SaveGuess;
}

function GuessField({ category: { id, name }, guess, save }: GuessFieldProps) {
  const { typed, refusal, type, settle } = useDraft<string, number | null>({
    stored: String(guess ?? ''),
    read: readGuess,
    save: minutes => save(id, minutes),
  });
  return (
    <>
      <label class="guess">
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
          value={typed}
          aria-invalid={refusal !== null}
          aria-describedby={`guess-fault-${id}`}
          onInput={event => void type(event.currentTarget.value)}
          onChange={event => void settle(event.currentTarget.value.trim())}
        />
        <span class="quiet">{text('ui_minutes_a_day')}</span>
      </label>
      <p class="error" id={`guess-fault-${id}`} role="alert">
        {refusal?.why}
      </p>
    </>
  );
}

function readGuess(typed: string) {
  const minutes = Number(typed);
  if (typed === '') return { value: null };
  if (Number.isInteger(minutes) && 0 <= minutes && minutes <= MOST) return { value: minutes };
  return { refusal: { why: text('ui_guess_wrong', MOST), at: null } };
}
