import type { TargetedEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Settings } from '../../domain/settings';
import { type DayKey, dayKey } from '../../domain/time';
import { faultText } from '../../ui/fault-text';
import { dateText } from '../../ui/format';
import { text } from '../../ui/text';
import { Cross } from './cross';
import { PendingNote } from './pending-note';
import type { WorkHoursSectionProps } from './work-hours-section';

/** Days on which nothing is blocked, those to come. */
export function DaysOff({ view, save }: WorkHoursSectionProps) {
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { today, settings } = view;
  const days = settings.daysOff.filter(day => day >= today);

  const set = async (change: (days: Settings['daysOff']) => Settings['daysOff']): Promise<boolean> => {
    const fault = await save(asked => ({ edit: 'set-days-off', daysOff: change(asked.daysOff) }));
    setRefused(fault && faultText(fault));
    return fault === null;
  };
  const add = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    const day = dayKey(typed);
    field.current?.focus();
    if (day === null) return setRefused(text('settings_day_off_missing'));
    if (day < today) return setRefused(text('settings_day_off_past'));
    // Unless something else was typed meanwhile.
    if (await set(asked => [...asked, day])) setTyped(current => (current === typed ? '' : current));
  };
  const remove = (day: DayKey) => {
    field.current?.focus();
    void set(asked => asked.filter(each => each !== day));
  };

  return (
    <fieldset class="subject" aria-labelledby="days-off">
      <h3 id="days-off">{text('settings_days_off')}</h3>
      <p class="caption">{text('settings_days_off_note')}</p>
      <form class="add" noValidate onSubmit={add}>
        <div class="field">
          <label for="day-off">{text('settings_day_off_label')}</label>
          <input
            class="input short"
            id="day-off"
            ref={field}
            type="date"
            min={today}
            value={typed}
            aria-invalid={refused !== null}
            aria-describedby="day-off-fault"
            onInput={event => {
              setTyped(event.currentTarget.value);
              setRefused(null);
            }}
          />
        </div>
        <button type="submit" class="btn btn-secondary">
          {text('settings_day_off_add')}
        </button>
        <p class="error" id="day-off-fault" role="alert">
          {refused}
        </p>
      </form>
      <PendingNote view={view} isAbout={({ edit }) => edit === 'set-days-off'} />
      {days.length === 0 ? (
        <p class="quiet">{text('settings_no_days_off')}</p>
      ) : (
        <ul class="chips">
          {days.map(day => (
            <li key={day} class="chip">
              {dateText(day)}
              <button
                type="button"
                aria-label={text('settings_day_off_remove', dateText(day))}
                onClick={() => remove(day)}
              >
                <Cross />
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
