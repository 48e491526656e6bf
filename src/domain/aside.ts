import { dayOf } from './calendar';
import type { Passed } from './door';
import { NO_RECORDS } from './records';
import { rockOf } from './rock';
import type { Settings } from './settings';
import { blockedCategories } from './standing';
import type { State } from './state';
import { type Duration, instant, MINUTE, type Moment, SECOND } from './time';

const ASIDE_WAIT: Duration = 30 * SECOND;
const STRICT_ASIDE_WAIT: Duration = 2 * MINUTE;

export const asideWait = ({ isStrict }: Settings): Duration => (isStrict ? STRICT_ASIDE_WAIT : ASIDE_WAIT);

/** Begins the wait before the rock can be put aside; asking again while it goes on changes nothing. */
export function asideAsked(state: State, moment: Moment): Passed {
  if (blockedCategories(state, moment).size === 0) return { fault: 'nothing-blocked' };
  if (state.door.asideAsked) return { state, records: NO_RECORDS };
  const wait = { askedAt: moment.at, opensAt: instant(moment.at + asideWait(state.settings)) };
  return { state: { ...state, door: { ...state.door, asideAsked: wait } }, records: NO_RECORDS };
}

/** Puts the rock aside: everything opens for the day. */
export function putAside(state: State, id: string, moment: Moment): Passed {
  const { at, zone } = moment;
  const { door, settings, rock } = state;
  if (door.asideAsked === null) return { fault: 'nothing-asked-for' };
  if (at < door.asideAsked.opensAt) return { fault: 'too-early' };
  const day = dayOf(moment, settings.dayStart);
  const today = rockOf(day, rock);
  const aside = today && today.status === 'open' ? { ...today, status: 'put aside' as const } : null;
  const next = {
    ...state,
    rock: aside ?? rock,
    asideOn: day,
    door: { ...door, asked: null, asideAsked: null },
  };
  return {
    state: next,
    records: {
      ...NO_RECORDS,
      rocks: aside ? [aside] : [],
      remarks: [{ id, at, zone, day, what: 'put aside', site: null }],
    },
  };
}
