import type { SettingsEdit } from '../../domain/edit-settings';
import type { HourRange, WorkHours } from '../../domain/settings';
import type { Fault } from '../../messages/requests';
import { text } from '../../ui/text';
import { Section } from './section';
import { WeekdayHours } from './weekday-hours';

export interface WorkHoursSectionProps {
  workHours: WorkHours;
  save: (edit: SettingsEdit) => Promise<Fault | null>;
}

export function WorkHoursSection({ workHours, save }: WorkHoursSectionProps) {
  const { always, week } = workHours;
  const set = (changed: Partial<WorkHours>) =>
    save({ edit: 'set-work-hours', workHours: { ...workHours, ...changed } });
  return (
    <Section id="hours" intro="settings_hours_intro">
      <label class="check">
        <input
          type="checkbox"
          checked={always}
          onChange={event => void set({ always: event.currentTarget.checked })}
        />
        <span>{text('settings_always')}</span>
      </label>
      <fieldset class="card weekcard" hidden={always}>
        <legend class="visually-hidden">{text('settings_hours_week')}</legend>
        {week.map((ranges, index) => (
          <WeekdayHours
            key={index}
            weekday={index + 1}
            ranges={ranges}
            save={(changed: readonly HourRange[]) => set({ week: week.with(index, changed) })}
          />
        ))}
      </fieldset>
    </Section>
  );
}
