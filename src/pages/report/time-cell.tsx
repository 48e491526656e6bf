import type { CategoryId } from '../../domain/settings';
import { type Duration, SECOND } from '../../domain/time';
import { DurationText } from '../../ui/duration';
import { shareText } from '../../ui/format';
import { useColours } from '../../ui/swatch';

export interface TimeCellProps {
  time: Duration;
  /** How much of it was on purpose: the hollow end of the bar. */
  passTime: Duration;
  category: CategoryId;
  /** What a full bar stands for. */
  longest: Duration;
  /** What part of all the time it is. */
  share: number;
  /** What is usual, if that is known: an upright mark. */
  usual?: Duration | undefined;
}

/** A time, with a bar beside it as decoration. */
export function TimeCell({ time, passTime, category, longest, share, usual }: TimeCellProps) {
  const colourOf = useColours();
  // What the words beside it round down to nothing, the bar does not show either.
  const lengthOf = (part: Duration) => (part < SECOND ? 0 : part / longest);
  const [drift, meant] = [lengthOf(time - passTime), lengthOf(passTime)];
  return (
    <td class="time">
      <span class="measured">
        <span class="bar" aria-hidden="true">
          <span
            class={drift > 0 ? 'cat' : 'cat none'}
            data-cat={colourOf(category)}
            style={`--v: ${drift}`}
          />
          {meant > 0 && <span class="meant" style={`--from: ${drift}; --v: ${meant}`} />}
          {usual !== undefined && <span class="usual" style={`--u: ${usual / longest}`} />}
        </span>
        <DurationText of={time} />
        <span class="share" data-share={drift + meant > 0 ? shareText(share) : ''} />
      </span>
    </td>
  );
}

export const longestOf = (rows: readonly { time: Duration }[]): Duration =>
  Math.max(0, ...rows.map(row => row.time));

/** What part of all the time a row is, 0 where there is none. */
export function shareOf({ time }: { time: Duration }, rows: readonly { time: Duration }[]): number {
  const all = rows.reduce((sum, row) => sum + row.time, 0);
  return all === 0 ? 0 : time / all;
}
