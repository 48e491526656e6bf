import { useRef } from 'preact/hooks';
import type { HourRange } from '../../domain/settings';
import { weekdayText } from '../../ui/format';
import { type TextKey, text } from '../../ui/text';
import { furtherRange, type RangeHabit, typedRange } from './hour-ranges';
import { RangeList } from './range-list';
import { type RangesProps, useRanges } from './use-ranges';

export type WeekdayHoursProps = RangesProps & {
  /** 1 is Monday. */
  weekday: number;
};

const HABIT: RangeHabit = { usual: [9 * 60, 17 * 60], length: 2 * 60 };

/** One weekday: whether it is worked, and its hours. */
export function WeekdayHours({ weekday, ranges, save }: WeekdayHoursProps) {
  const { typed, refusal, settle } = useRanges({ ranges, save }, 'settings_hours_overlap');
  const lastWorked = useRef<readonly HourRange[]>([]);
  const toggle = (works: boolean) => {
    if (!works) lastWorked.current = ranges;
    const usual = lastWorked.current.length > 0 ? lastWorked.current : [HABIT.usual];
    void settle(works ? usual.map(typedRange) : []);
  };

  const day = weekdayText(weekday);
  const faultId = `hours-${weekday}-fault`;
  return (
    <div class="dayrow">
      <span class="name">
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            aria-label={text('settings_works_on', day)}
            aria-checked={typed.length > 0}
            checked={typed.length > 0}
            onChange={event => toggle(event.currentTarget.checked)}
          />
          <span />
        </label>
        {day}
      </span>
      <HourStrip ranges={ranges} />
      <div class="spans">
        {typed.length === 0 ? (
          <span class="caption">{text('settings_day_off')}</span>
        ) : (
          <RangeList
            typed={typed}
            refusedAt={refusal?.at ?? null}
            faultId={faultId}
            words={wordsOf(day)}
            further={furtherRange(ranges, HABIT)}
            mayBeEmpty={false}
            change={changed => void settle(changed)}
          />
        )}
      </div>
      <p class="error" id={faultId} role="alert">
        {refusal?.why}
      </p>
    </div>
  );
}

function wordsOf(day: string) {
  const named = (first: TextKey, further: TextKey) => (number: number) =>
    number === 1 ? text(first, day) : text(further, day, number);
  return {
    from: named('settings_from', 'settings_from_nth'),
    to: named('settings_to', 'settings_to_nth'),
    remove: ({ from, to }: { from: string; to: string }) => text('settings_remove_hours', from, to, day),
    add: text('settings_add_hours'),
    addInFull: text('settings_add_hours_on', day),
  };
}

/** The hours as a strip from midnight to midnight; the fields beside it say the same. */
function HourStrip({ ranges }: { ranges: readonly HourRange[] }) {
  const share = (minutes: number) => `${(minutes / (24 * 60)) * 100}%`;
  return (
    <span class="strip" aria-hidden="true">
      {ranges.map(([from, to]) => (
        <i key={from} style={`--a: ${share(from)}; --w: ${share(to - from)}`} />
      ))}
    </span>
  );
}
