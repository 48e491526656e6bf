import { useState } from 'preact/hooks';
import { MAX_RATE } from '../../domain/limits';
import type { HourlyRate } from '../../domain/settings';
import { text } from '../../ui/text';
import { useDraft } from '../../ui/use-draft';
import type { Save } from './store';

interface RateFieldProps {
  rate: HourlyRate | null;
  save: Save;
}

/** What an hour is worth, and in which currency. Without an amount nothing is worth anything. */
export function RateField({ rate, save }: RateFieldProps) {
  // For when there is an amount.
  const [chosen, setChosen] = useState('EUR');
  const currency = rate?.currency ?? chosen;
  const { typed, refusal, type, settle } = useDraft<string, number | null>({
    stored: rate === null ? '' : String(rate.amount),
    read: readAmount,
    save: amount =>
      save(({ hourlyRate }) => ({
        edit: 'set-rate',
        hourlyRate: amount === null ? null : { amount, currency: hourlyRate?.currency ?? currency },
      })),
  });
  const choose = (currency: string) => {
    setChosen(currency);
    if (rate)
      void save(({ hourlyRate }) => ({
        edit: 'set-rate',
        hourlyRate: { ...(hourlyRate ?? rate), currency },
      }));
  };
  return (
    <div class="field question">
      <label for="rate">{text('settings_rate')}</label>
      <div class="rate">
        <input
          class="input input-dense"
          id="rate"
          inputMode="decimal"
          size={8}
          value={typed}
          aria-invalid={refusal !== null}
          aria-describedby="rate-note rate-fault"
          onInput={event => void type(event.currentTarget.value)}
          onChange={event => void settle(event.currentTarget.value.trim())}
        />
        <select
          class="input input-dense"
          aria-label={text('settings_currency')}
          value={currency}
          onChange={event => choose(event.currentTarget.value)}
        >
          {Intl.supportedValuesOf('currency').map(code => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </select>
      </div>
      <p class="caption" id="rate-note">
        {text('settings_rate_note')}
      </p>
      <p class="error" id="rate-fault" role="alert">
        {refusal?.why}
      </p>
    </div>
  );
}

function readAmount(typed: string) {
  // Of 1,250 nobody can say whether it is thousands.
  const amount = /[.,]\d{3}$/.test(typed) ? Number.NaN : Number(typed.replace(',', '.'));
  if (typed === '') return { value: null };
  if (amount >= 0.01 && amount <= MAX_RATE) return { value: amount };
  return { refusal: { why: text('settings_rate_wrong'), at: null } };
}
