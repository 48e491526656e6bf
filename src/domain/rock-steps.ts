import { dayOf } from './calendar';
import { withAllEdits } from './cooling';
import { NO_RECORDS, type Records } from './records';
import {
  draftedRock,
  LONGEST_NOTE,
  noteOf,
  type Rock,
  type RockDraft,
  type RockFault,
  rockOf,
  unfinishedBefore,
} from './rock';
import type { State } from './state';
import type { DayKey, Moment } from './time';

type Stepped = { state: State; records: Records } | { fault: RockFault };

export const todayOf = (state: State, moment: Moment): DayKey => dayOf(moment, state.settings.dayStart);

const todaysRock = (state: State, moment: Moment): Rock | null => rockOf(todayOf(state, moment), state.rock);

const withRock = (state: State, rock: Rock): { state: State; records: Records } => ({
  state: { ...state, rock },
  records: { ...NO_RECORDS, rocks: [rock] },
});

/** Only a next rock, after one that is done or put aside, may leave the sites open. */
export function pinned(state: State, draft: RockDraft, id: string, moment: Moment): Stepped {
  const day = todayOf(state, moment);
  const today = rockOf(day, state.rock);
  if (today?.status === 'open') return { fault: 'rock-already-open' };
  const isNext = today !== null || state.asideOn === day;
  const drafted = draftedRock({ ...draft, blocks: !isNext || (draft.blocks ?? true) }, id, day, moment.at);
  return 'fault' in drafted ? drafted : withRock(backToWork(state, drafted.rock), drafted.rock);
}

/** Who pins a rock that blocks wants the day's work back. */
const backToWork = (state: State, { blocks }: Rock): State => (blocks ? { ...state, asideOn: null } : state);

/** Yesterday's record stays as it was; today has a rock of its own, with the same stone. */
export function pickedUp(state: State, id: string, moment: Moment): Stepped {
  const day = todayOf(state, moment);
  const left = unfinishedBefore(day, state.rock);
  if (!left) return { fault: 'nothing-to-pick-up' };
  const rock = { ...left, id, day, pinnedAt: moment.at, blocks: true, carriedFrom: left.id };
  return withRock(backToWork(state, rock), rock);
}

/** Another task takes the place of the open one; that is counted. */
export function swapped(state: State, draft: RockDraft, ids: SwapIds, moment: Moment): Stepped {
  const today = todaysRock(state, moment);
  if (today?.status !== 'open') return { fault: 'no-open-rock' };
  const day = todayOf(state, moment);
  const drafted = draftedRock({ ...draft, blocks: today.blocks }, ids.rock, day, moment.at);
  if ('fault' in drafted) return drafted;
  const remark = {
    id: ids.remark,
    at: moment.at,
    zone: moment.zone,
    day,
    what: 'rock swapped' as const,
    site: null,
  };
  const { state: next, records } = withRock(state, drafted.rock);
  const left: Rock = { ...today, status: 'put aside' };
  return { state: next, records: { ...records, rocks: [left, ...records.rocks], remarks: [remark] } };
}

export interface SwapIds {
  rock: string;
  remark: string;
}

/** What waits to be loosened need not wait any longer. */
export function done(state: State, moment: Moment): Stepped {
  const stepped = changed(state, moment, 'open', 'no-open-rock', rock => ({
    ...rock,
    status: 'done',
    doneAt: moment.at,
  }));
  return 'fault' in stepped ? stepped : { ...stepped, state: withAllEdits(stepped.state) };
}

export const reopened = (state: State, moment: Moment): Stepped =>
  changed(state, moment, 'done', 'no-rock-done-today', rock => ({ ...rock, status: 'open', doneAt: null }));

export function described(state: State, text: string, moment: Moment): Stepped {
  const movedForward = noteOf(text);
  if ((movedForward?.length ?? 0) > LONGEST_NOTE) return { fault: 'note-too-long' };
  return changed(state, moment, 'done', 'no-rock-done-today', rock => ({ ...rock, movedForward }));
}

function changed(
  state: State,
  moment: Moment,
  from: Rock['status'],
  otherwise: RockFault,
  change: (rock: Rock) => Rock,
): Stepped {
  const rock = todaysRock(state, moment);
  return rock?.status === from ? withRock(state, change(rock)) : { fault: otherwise };
}
