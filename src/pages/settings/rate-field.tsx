import { useState } from 'preact/hooks';
import { MAX_RATE } from '../../domain/limits';
import type { HourlyRate } from '../../domain/settings';
import { faultText } from '../../ui/fault-text';
import { text } from '../../ui/text';
import type { Save } from './store';

interface RateFieldProps {
  rate: HourlyRate | null;
  save: Save;
}

/** What an hour is worth, and in which currency. Without an amount nothing is worth anything. */
export function RateField({ rate, save }: RateFieldProps) {
  const [currency, setCurrency] = useState(rate?.currency ?? 'EUR');
  const [error, setError] = useState<string | null>(null);
  const saveRate = async (hourlyRate: HourlyRate | null) => {
    const fault = await save(() => ({ edit: 'set-rate', hourlyRate }));
    setError(fault && faultText(fault));
  };
  const settle = async (typed: string) => {
    // Of 1,250 nobody can say whether it is thousands.
    const amount = /[.,]\d{3}$/.test(typed) ? Number.NaN : Number(typed.replace(',', '.'));
    if (typed === '') return saveRate(null);
    if (!(amount >= 0.01 && amount <= MAX_RATE)) return setError(text('settings_rate_wrong'));
    return saveRate({ amount, currency });
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
          defaultValue={rate === null ? '' : String(rate.amount)}
          aria-invalid={error !== null}
          aria-describedby="rate-note rate-fault"
          onChange={event => void settle(event.currentTarget.value.trim())}
        />
        <select
          class="input input-dense"
          aria-label={text('settings_currency')}
          value={currency}
          onChange={event => {
            const chosen = event.currentTarget.value;
            setCurrency(chosen);
            if (rate) void saveRate({ ...rate, currency: chosen });
          }}
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
        {error}
      </p>
    </div>
  );
}
