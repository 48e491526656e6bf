import { dayOf } from './calendar';
import { rockOf } from './rock';
import type { State } from './state';
import type { Moment } from './time';
import { isWorkTime } from './work-hours';

/** Whether *block until done* holds, and why. */
export type Gate =
  | { blocked: false; because: 'never-pinned' | 'outside-work-hours' | 'rock-done' | 'rock-alongside' }
  | { blocked: true; because: 'no-rock' | 'rock-open' };

export function gateAt({ settings, rock }: Pick<State, 'settings' | 'rock'>, moment: Moment): Gate {
  if (rock === null) return { blocked: false, because: 'never-pinned' };
  if (!isWorkTime(moment, settings.workHours)) return { blocked: false, because: 'outside-work-hours' };
  const today = rockOf(dayOf(moment, settings.dayStart), rock);
  if (today === null) return { blocked: true, because: 'no-rock' };
  if (today.status !== 'open') return { blocked: false, because: 'rock-done' };
  return today.blocks
    ? { blocked: true, because: 'rock-open' }
    : { blocked: false, because: 'rock-alongside' };
}
