import type { WorkHours } from '../../domain/settings';
import type { SettingsAndAccess } from '../../messages/requests';
import { text } from '../../ui/text';
import { DayStartField } from './day-start-field';
import { DaysOff } from './days-off';
import { PendingNote } from './pending-note';
import { useSaveFault } from './save-fault';
import { Section } from './section';
import type { Save } from './store';
import { WeekdayHours } from './weekday-hours';

export interface WorkHoursSectionProps {
  view: SettingsAndAccess;
  save: Save;
}

export function WorkHoursSection({ view, save }: WorkHoursSectionProps) {
  const { always, week } = view.settings.workHours;
  const { error, saving } = useSaveFault(save);
  return (
    <Section id="hours" intro="settings_hours_intro">
      <label class="check">
        <input
          type="checkbox"
          checked={always}
          onChange={event => void saving(hoursWith({ always: event.currentTarget.checked }))}
        />
        <span>{text('settings_always')}</span>
      </label>
      <p class="error" role="alert">
        {error}
      </p>
      <PendingNote view={view} isAbout={({ edit }) => edit === 'set-work-hours'} />
      <fieldset class="card weekcard" hidden={always}>
        <legend class="visually-hidden">{text('settings_hours_week')}</legend>
        {week.map((ranges, index) => (
          <WeekdayHours
            key={index}
            weekday={index + 1}
            ranges={ranges}
            save={changed =>
              save(asked => hoursWith({ week: asked.workHours.week.with(index, changed) })(asked))
            }
          />
        ))}
      </fieldset>
      <DaysOff view={view} save={save} />
      <DayStartField view={view} save={save} />
    </Section>
  );
}

const hoursWith =
  (changed: Partial<WorkHours>) =>
  ({ workHours }: { workHours: WorkHours }) => ({
    edit: 'set-work-hours' as const,
    workHours: { ...workHours, ...changed },
  });
