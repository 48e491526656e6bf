import type { Rock } from '../domain/rock';
import { text } from './text';

/** The first step and the why of a rock, where it has them. */
export function RockNotes({ rock: { firstStep, why } }: { rock: Rock }) {
  if (!firstStep && !why) return null;
  return (
    <dl class="rock-notes">
      {firstStep && (
        <div>
          <dt>{text('rock_first_step')}</dt>
          <dd>{firstStep}</dd>
        </div>
      )}
      {why && (
        <div>
          <dt>{text('rock_why')}</dt>
          <dd>{why}</dd>
        </div>
      )}
    </dl>
  );
}
