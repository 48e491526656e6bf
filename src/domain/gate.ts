import { dayOf } from './calendar';
import { rockOf } from './rock';
import type { State } from './state';
import type { Moment } from './time';
import { isWatching } from './watch-first';
import { isDayOff, isWorkTime } from './work-hours';

/** Whether *block until done* holds, and why. */
export type Gate =
  | { blocked: false; because: 'put-aside' | OutOfHours | AfterDone }
  | { blocked: true; because: 'no-rock' | 'rock-open' };

/** Reasons for which no policy holds, whatever it is. */
export type OutOfHours = 'never-pinned' | 'watching' | 'day-off' | 'outside-work-hours';

/** Reasons that open what holds only until the rock is done. */
export type AfterDone = 'rock-done' | 'rock-alongside';

export type GateState = Pick<State, 'settings' | 'rock' | 'asideOn'>;

export function gateAt({ settings, rock, asideOn }: GateState, moment: Moment): Gate {
  const day = dayOf(moment, settings.dayStart);
  if (rock === null) return { blocked: false, because: 'never-pinned' };
  if (isDayOff(moment, settings)) return { blocked: false, because: 'day-off' };
  if (!isWorkTime(moment, settings.workHours)) return { blocked: false, because: 'outside-work-hours' };
  if (isWatching(moment, settings)) return { blocked: false, because: 'watching' };
  if (asideOn === day) return { blocked: false, because: 'put-aside' };
  const today = rockOf(day, rock);
  if (today === null) return { blocked: true, because: 'no-rock' };
  if (today.status !== 'open') return { blocked: false, because: 'rock-done' };
  return today.blocks
    ? { blocked: true, because: 'rock-open' }
    : { blocked: false, because: 'rock-alongside' };
}
