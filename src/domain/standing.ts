import { type AfterDone, gateAt, type OutOfHours } from './gate';
import type { Category, CategoryId } from './settings';
import { spentOn } from './spent';
import type { State } from './state';
import { type Duration, MINUTE, type Moment } from './time';
import { isWatching } from './watch-first';
import { isWithin } from './work-hours';

/** Whether a category's sites are blocked, and why. */
export type Standing =
  | {
      blocked: false;
      because: 'only-track' | 'put-aside' | 'in-window' | 'within-limit' | OutOfHours | AfterDone;
    }
  | { blocked: true; because: 'no-rock' | 'rock-open' | 'outside-windows' | 'limit-used-up' };

export function standingOf(category: Category, state: State, moment: Moment): Standing {
  if (category.policy === 'only track') return { blocked: false, because: 'only-track' };
  const gate = gateAt(state, moment);
  if (category.policy === 'block until done') return gate;
  if (!gate.blocked && !outlasts(category, gate.because)) return gate;
  if (category.policy === 'only in windows') {
    return isWithin(moment, category.windows)
      ? { blocked: false, because: 'in-window' }
      : { blocked: true, because: 'outside-windows' };
  }
  return leftToday(category, state, moment) > 0
    ? { blocked: false, because: 'within-limit' }
    : { blocked: true, because: 'limit-used-up' };
}

/** Whether windows and limit go on holding although *block until done* does not. */
const outlasts = ({ endsWhenDone }: Category, because: string): boolean =>
  !endsWhenDone && (because === 'rock-done' || because === 'rock-alongside');

/** How much of its daily limit a category has left. */
export const leftToday = ({ id, limitMinutes }: Category, state: State, moment: Moment): Duration =>
  limitMinutes * MINUTE - spentOn(id, state, moment);

/** The categories whose sites are blocked at this moment. */
export function blockedCategories(state: State, moment: Moment): ReadonlySet<CategoryId> {
  const blocked = state.settings.categories.filter(each => standingOf(each, state, moment).blocked);
  return new Set(blocked.map(({ id }) => id));
}

/**
 * The categories whose sites are blocked at this moment or may be when the browser is started next. None for who never
 * has anything blocked.
 */
export function guardedCategories({ settings, rock }: State, moment: Moment): ReadonlySet<CategoryId> {
  const { always, week } = settings.workHours;
  const hasHours = always || week.some(ranges => ranges.length > 0);
  if (rock === null || !hasHours || isWatching(moment, settings)) return new Set();
  return new Set(settings.categories.filter(({ policy }) => policy !== 'only track').map(({ id }) => id));
}
