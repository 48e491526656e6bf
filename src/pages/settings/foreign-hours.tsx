import type { Foreign } from '../../domain/foreign-file';
import type { HourRange } from '../../domain/settings';
import { shortWeekdayText, wallClockText } from '../../ui/format';
import { language, text } from '../../ui/text';

/** The hours of a rival's file, a weekday after the other. */
export function ForeignHours({ file: { always, week } }: { file: Foreign }) {
  if (always) return <p class="caption">{text('settings_always')}</p>;
  return (
    <ul class="foreign-hours caption">
      {week?.map(
        (ranges, day) =>
          ranges.length > 0 && (
            <li key={day}>
              {shortWeekdayText(day + 1)} <bdi>{rangesText(ranges)}</bdi>
            </li>
          ),
      )}
    </ul>
  );
}

const rangesText = (ranges: readonly HourRange[]): string =>
  new Intl.ListFormat(language(), { style: 'narrow' }).format(
    ranges.map(([from, to]) => `${wallClockText(from)}–${wallClockText(to)}`),
  );

/** Whether a file says when its sites are blocked, and not only for how long they are open on any day. */
export const hasOwnHours = ({ always, week, limitMinutes }: Foreign): boolean =>
  limitMinutes === null
    ? always || week !== null
    : (week?.some(ranges => ranges.some(([from, to]) => to - from < 24 * 60)) ?? false);
