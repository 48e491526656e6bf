import { useEffect, useRef, useState } from 'preact/hooks';
import type { HourRange } from '../../domain/settings';
import type { Fault } from '../../messages/requests';
import { faultText } from '../../ui/fault-text';
import { weekdayText } from '../../ui/format';
import { type TextKey, text } from '../../ui/text';
import { Cross } from './cross';
import { furtherRange, type RangesFault, readRanges, type TypedRange, typedRange } from './hour-ranges';

export interface WeekdayHoursProps {
  /** 1 is Monday. */
  weekday: number;
  ranges: readonly HourRange[];
  save: (ranges: readonly HourRange[]) => Promise<Fault | null>;
}

type Refused = { because: RangesFault; at: number } | { because: Fault; at: null };

const SENTENCES: { [F in RangesFault]: TextKey } = {
  missing: 'settings_hours_missing',
  reversed: 'settings_hours_reversed',
  overlap: 'settings_hours_overlap',
};

/** One weekday: whether it is worked, and its hours. What is typed stays in the fields until it makes sense. */
export function WeekdayHours({ weekday, ranges, save }: WeekdayHoursProps) {
  const [typed, setTyped] = useState<readonly TypedRange[]>(() => ranges.map(typedRange));
  const [refused, setRefused] = useState<Refused | null>(null);
  const lastWorked = useRef<readonly HourRange[]>([]);
  const stored = JSON.stringify(ranges);
  useEffect(() => {
    setTyped((JSON.parse(stored) as HourRange[]).map(typedRange));
    setRefused(null);
  }, [stored]);

  const change = async (next: readonly TypedRange[]) => {
    setTyped(next);
    const read = readRanges(next);
    if ('fault' in read) return setRefused({ because: read.fault, at: read.at });
    setRefused(null);
    const fault = await save(read.ranges);
    if (fault) setRefused({ because: fault, at: null });
  };
  const toggle = (works: boolean) => {
    if (!works) lastWorked.current = ranges;
    const usual =
      lastWorked.current.length > 0 ? lastWorked.current : [furtherRange([])].filter(range => range !== null);
    void change(works ? usual.map(typedRange) : []);
  };

  const day = weekdayText(weekday);
  const further = furtherRange(ranges);
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
        {typed.length === 0 && <span class="caption">{text('settings_day_off')}</span>}
        {typed.map((range, index) => (
          <RangeFields
            key={index}
            day={day}
            number={index + 1}
            range={range}
            faultId={refused?.at === index ? faultId : undefined}
            change={changed => void change(typed.with(index, changed))}
            remove={typed.length > 1 ? () => void change(typed.toSpliced(index, 1)) : null}
          />
        ))}
        {typed.length > 0 && further && (
          <button
            type="button"
            class="btn btn-quiet btn-dense"
            aria-label={text('settings_add_hours_on', day)}
            onClick={() => void change([...typed, typedRange(further)])}
          >
            {text('settings_add_hours')}
          </button>
        )}
      </div>
      <p class="error" id={faultId} role="alert">
        {refused && refusal(refused)}
      </p>
    </div>
  );
}

const refusal = ({ because, at }: Refused): string =>
  at === null ? faultText(because) : text(SENTENCES[because]);

interface RangeFieldsProps {
  day: string;
  /** 1 for the first range of the day. */
  number: number;
  range: TypedRange;
  faultId: string | undefined;
  change: (range: TypedRange) => void;
  remove: (() => void) | null;
}

function RangeFields({ day, number, range, faultId, change, remove }: RangeFieldsProps) {
  const label = (first: TextKey, further: TextKey) =>
    number === 1 ? text(first, day) : text(further, day, number);
  const field = {
    class: 'input input-dense input-time',
    type: 'time',
    'aria-invalid': faultId !== undefined,
  } as const;
  return (
    <span class="span">
      <input
        {...field}
        aria-label={label('settings_from', 'settings_from_nth')}
        aria-describedby={faultId}
        value={range.from}
        onChange={event => change({ ...range, from: event.currentTarget.value })}
      />
      <span aria-hidden="true">{text('settings_between')}</span>
      <input
        {...field}
        aria-label={label('settings_to', 'settings_to_nth')}
        aria-describedby={faultId}
        value={range.to}
        onChange={event => change({ ...range, to: event.currentTarget.value })}
      />
      {remove && (
        <button
          type="button"
          class="btn btn-quiet take-away"
          aria-label={text('settings_remove_hours', range.from, range.to, day)}
          onClick={remove}
        >
          <Cross />
        </button>
      )}
    </span>
  );
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
