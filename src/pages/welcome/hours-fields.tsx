import { useState } from 'preact/hooks';
import type { SettingsEdit } from '../../domain/edit-settings';
import type { WorkHours } from '../../domain/settings';
import { DateTimeField } from '../../ui/date-time-field';
import { tinyWeekdayText, weekdayText } from '../../ui/format';
import { text } from '../../ui/text';
import { type Pair, pairOf, rangeOf, withDay, withRange } from './hours';
import { SavedStatus } from './saved-status';
import type { Kept } from './store';

interface HoursFieldsProps {
  saved: WorkHours;
  zone: string;
  onSave: (edit: SettingsEdit) => Promise<Kept>;
}

/** Work hours, saved with each change. What is typed here stands, and not what is read back meanwhile. */
export function HoursFields({ saved, zone, onSave }: HoursFieldsProps) {
  const [hours, setHours] = useState(saved);
  const [pair, setPair] = useState(() => pairOf(saved));
  const [outcome, setOutcome] = useState<Kept | null>(null);
  const range = rangeOf(pair);

  async function save(workHours: WorkHours) {
    setHours(workHours);
    setOutcome(null);
    setOutcome(await onSave({ edit: 'set-work-hours', workHours }));
  }

  function changePair(changed: Pair) {
    setPair(changed);
    setOutcome(null);
    const changedRange = rangeOf(changed);
    if (changedRange) void save(withRange(hours, changedRange));
  }

  return (
    <fieldset class="hours">
      <legend class="legend">{text('welcome_work_hours')}</legend>
      <label class="check">
        <input
          type="checkbox"
          checked={hours.always}
          onChange={event => void save({ ...hours, always: event.currentTarget.checked })}
        />
        <span>{text('welcome_always')}</span>
      </label>
      <div class="days">
        {hours.week.map((ranges, day) => (
          <DayToggle
            day={day}
            isWorked={ranges.length > 0}
            isDisabled={hours.always || range === null}
            onToggle={isWorked => range && void save(withDay(hours, day, isWorked, range))}
            key={day}
          />
        ))}
      </div>
      <div class="span">
        <TimeField which="from" pair={pair} isDisabled={hours.always} onChange={changePair} />
        <span>{text('welcome_to')}</span>
        <TimeField which="to" pair={pair} isDisabled={hours.always} onChange={changePair} />
      </div>
      {range === null && (
        <p class="error" id="hours-fault" role="alert">
          {text('welcome_hours_order')}
        </p>
      )}
      <SavedStatus outcome={outcome} zone={zone} />
    </fieldset>
  );
}

interface DayToggleProps {
  day: number;
  isWorked: boolean;
  isDisabled: boolean;
  onToggle: (isWorked: boolean) => void;
}

function DayToggle({ day, isWorked, isDisabled, onToggle }: DayToggleProps) {
  const name = weekdayText(day + 1);
  return (
    <label>
      <input
        type="checkbox"
        aria-label={name}
        checked={isWorked}
        disabled={isDisabled}
        onChange={event => onToggle(event.currentTarget.checked)}
      />
      <span aria-hidden="true">{tinyWeekdayText(day + 1)}</span>
    </label>
  );
}

interface TimeFieldProps {
  which: keyof Pair;
  pair: Pair;
  isDisabled: boolean;
  onChange: (pair: Pair) => void;
}

function TimeField({ which, pair, isDisabled, onChange }: TimeFieldProps) {
  const isWrong = rangeOf(pair) === null;
  return (
    <DateTimeField
      class="input input-time"
      type="time"
      required
      aria-label={text(which === 'from' ? 'welcome_from' : 'welcome_until')}
      value={pair[which]}
      disabled={isDisabled}
      aria-invalid={isWrong}
      aria-describedby={isWrong ? 'hours-fault' : undefined}
      onSettle={value => onChange({ ...pair, [which]: value })}
    />
  );
}
