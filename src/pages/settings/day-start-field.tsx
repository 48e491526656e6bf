import { HOUR, instant } from '../../domain/time';
import { clockText } from '../../ui/format';
import { text } from '../../ui/text';
import { PendingNote } from './pending-note';
import { useSaveFault } from './save-fault';
import type { WorkHoursSectionProps } from './work-hours-section';

const HOURS = [0, 1, 2, 3, 4, 5, 6];

/** At which hour the day before ends. */
export function DayStartField({ view, save }: WorkHoursSectionProps) {
  const { error, saving } = useSaveFault(save);
  return (
    <div class="field question subject">
      <label for="day-start">{text('settings_day_start')}</label>
      <select
        class="input short"
        id="day-start"
        value={view.settings.dayStart}
        aria-describedby="day-start-note"
        onChange={event => {
          const dayStart = Number(event.currentTarget.value);
          void saving(() => ({ edit: 'set-day-start', dayStart }));
        }}
      >
        {HOURS.map(hour => (
          <option key={hour} value={hour}>
            {hourText(hour)}
          </option>
        ))}
      </select>
      <p class="caption" id="day-start-note">
        {text('settings_day_start_note')}
      </p>
      <PendingNote view={view} isAbout={({ edit }) => edit === 'set-day-start'} />
      <p class="error" role="alert">
        {error}
      </p>
    </div>
  );
}

/** A full hour, the way the reader's language writes it. */
export const hourText = (hour: number): string => clockText(instant(hour * HOUR), 'UTC');
