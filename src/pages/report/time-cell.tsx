import type { CategoryId } from '../../domain/settings';
import { type Duration, SECOND } from '../../domain/time';
import { DurationText } from '../../ui/duration';
import { lookOf } from '../../ui/swatch';

export interface TimeCellProps {
  time: Duration;
  category: CategoryId;
  /** What a full bar stands for. */
  longest: Duration;
}

/** A time, with a bar beside it as decoration. */
export function TimeCell({ time, category, longest }: TimeCellProps) {
  // What the words beside it round down to nothing, the bar does not show either.
  const share = time < SECOND ? 0 : time / longest;
  return (
    <td class="time">
      <span class="measured">
        <span class="bar" aria-hidden="true">
          <span class={share > 0 ? 'cat' : 'cat none'} data-cat={lookOf(category)} style={`--v: ${share}`} />
        </span>
        <DurationText of={time} />
      </span>
    </td>
  );
}

export const longestOf = (rows: readonly { time: Duration }[]): Duration =>
  Math.max(0, ...rows.map(row => row.time));
