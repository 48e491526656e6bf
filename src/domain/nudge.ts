import { gateAt } from './gate';
import type { CategoryId } from './settings';
import { standingOf } from './standing';
import type { State } from './state';
import { type Instant, instant, MINUTE, type Moment } from './time';
import type { OpenVisit } from './visit';

/** Since when one category has had attention in one go, looks away of less than a minute included. */
export interface Streak {
  category: CategoryId;
  since: Instant;
  /** When the person was nudged for it. */
  nudgedAt: Instant | null;
}

/** Takes in the visit that is open now, and nudges when it is time to. */
export function withNudge(state: State, moment: Moment): State {
  const { open } = state.tracker;
  if (!open) return state;
  const streak = streakOf(state.streak, open);
  const due = nudgeDueAt({ ...state, streak }, moment);
  const isDue = due !== null && due <= open.lastSeenAt;
  const next = isDue ? { ...streak, nudgedAt: open.lastSeenAt } : streak;
  return next === state.streak ? state : { ...state, streak: next };
}

/** When the person will be nudged if they stay; null where they will not. */
export function nudgeDueAt(state: State, moment: Moment): Instant | null {
  const { streak, tracker, settings } = state;
  const { open } = tracker;
  if (!open || open.pass !== null || streak?.category !== open.category || streak.nudgedAt !== null)
    return null;
  const category = settings.categories.find(({ id }) => id === streak.category);
  if (!category || category.nudgeMinutes === null || !isNudging(state, moment)) return null;
  if (standingOf(category, state, moment).blocked) return null;
  return instant(streak.since + category.nudgeMinutes * MINUTE);
}

/** Whether a nudged person is still there. */
export const isNudged = ({ streak, tracker }: State): boolean =>
  streak !== null && streak.nudgedAt !== null && tracker.open?.category === streak.category;

/** Off work, and while all is only measured, nobody is nudged. */
function isNudging(state: State, moment: Moment): boolean {
  const gate = gateAt(state, moment);
  return gate.blocked || ['rock-done', 'rock-alongside', 'put-aside'].includes(gate.because);
}

function streakOf(streak: Streak | null, { category, startedAt, check }: OpenVisit): Streak {
  const isSame = streak?.category === category && (!check || startedAt === streak.since);
  return isSame ? streak : { category, since: startedAt, nudgedAt: null };
}
