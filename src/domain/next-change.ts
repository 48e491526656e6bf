import { lapsesOf, openPasses } from './door';
import { nudgeDueAt } from './nudge';
import { leftToday, standingOf } from './standing';
import type { State } from './state';
import { type Instant, instant, MINUTE, type Moment } from './time';
import { nextScheduledChange } from './work-hours';

/** The first instant after this moment at which something is to be blocked, opened or shown although nothing happens. */
export function nextChange(state: State, moment: Moment): Instant {
  const ahead = [
    nextScheduledChange(moment, state.settings),
    ...openPasses(state.door).map(({ endsAt }) => minuteBefore(endsAt, moment.at)),
    ...lapsesOf(state.door),
    ...state.pending.map(({ takesEffectAt }) => takesEffectAt),
    limitUsedUpAt(state, moment),
    nudgeDueAt(state, moment),
  ];
  return instant(Math.min(...ahead.filter(at => at !== null && at > moment.at).map(Number)));
}

/** When the number of minutes left until then changes next. */
function minuteBefore(end: Instant, at: Instant): Instant {
  const left = end - at;
  return instant(left <= MINUTE ? end : end - MINUTE * Math.floor((left - 1) / MINUTE));
}

/** When the daily limit of the category that has attention is used up, if it goes on having it. */
function limitUsedUpAt(state: State, moment: Moment): Instant | null {
  const { open } = state.tracker;
  const category = state.settings.categories.find(({ id }) => id === open?.category);
  if (!open || open.pass !== null || !category) return null;
  if (standingOf(category, state, moment).because !== 'within-limit') return null;
  return instant(open.lastSeenAt + leftToday(category, state, moment));
}
