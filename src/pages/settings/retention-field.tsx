import type { Settings } from '../../domain/settings';
import { counted, text } from '../../ui/text';
import { useSaveFault } from './save-fault';
import type { Save } from './store';

type Months = Settings['keepMonths'];

const CHOICES: readonly number[] = [1, 3, 6, 13, 25, 37, 61, 120];

interface RetentionFieldProps {
  keepMonths: Months;
  save: Save;
}

/** How long visits and attempts are kept one by one. */
export function RetentionField({ keepMonths, save }: RetentionFieldProps) {
  const { error, saving } = useSaveFault(save);
  return (
    <div class="field question">
      <label for="retention">{text('settings_keep')}</label>
      <select
        class="input"
        id="retention"
        value={optionOf(keepMonths)}
        aria-describedby="retention-note"
        onChange={event => {
          const chosen = monthsOf(event.currentTarget.value);
          void saving(() => ({ edit: 'set-retention', keepMonths: chosen }));
        }}
      >
        {choicesWith(keepMonths).map(months => (
          <option key={optionOf(months)} value={optionOf(months)}>
            {months === null ? text('settings_keep_always') : counted('settings_keep_months', months)}
          </option>
        ))}
      </select>
      <p class="caption" id="retention-note">
        {text('settings_keep_note')}
      </p>
      <p class="error" role="alert">
        {error}
      </p>
    </div>
  );
}

const optionOf = (months: Months): string => (months === null ? 'always' : String(months));

const monthsOf = (value: string): Months => (value === 'always' ? null : Number(value));

/** An imported setting need not be one of the choices. */
function choicesWith(months: Months): Months[] {
  const choices = months === null ? CHOICES : [...new Set([...CHOICES, months])].sort((a, b) => a - b);
  return [...choices, null];
}
