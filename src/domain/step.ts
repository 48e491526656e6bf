import { dayOf } from './calendar';
import { editSettings, type SettingsEdit, type SettingsFault } from './edit-settings';
import type { Observation } from './observation';
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
import { siteFor, siteListOf } from './site-list';
import { NO_RECORDS, type Records, type State } from './state';
import type { DayKey, Moment } from './time';
import { observe, restart, type Tracked } from './tracker';

/** Something that happened, stamped with when. Ids are handed in: nothing here draws them. */
export type Event =
  | ({ type: 'observed' } & Observation)
  | ({ type: 'browser-started' } & Moment)
  | ({ type: 'address-blocked'; id: string; address: string } & Moment)
  | ({ type: 'rock-pinned'; id: string; draft: RockDraft } & Moment)
  | ({ type: 'rock-picked-up'; id: string } & Moment)
  | ({ type: 'rock-done' } & Moment)
  | ({ type: 'rock-reopened' } & Moment)
  | ({ type: 'progress-described'; movedForward: string } & Moment)
  | ({ type: 'settings-edited'; edit: SettingsEdit } & Moment)
  | ({ type: 'restore-acknowledged' } & Moment);

export type Fault = RockFault | SettingsFault;

/** What an event makes of the state; with a fault the state is as it was. */
export interface Step {
  state: State;
  records: Records;
  fault: Fault | null;
}

/** The product in one function: no clock, no chance, no browser. */
export function step(state: State, event: Event): Step {
  const { dayStart } = state.settings;
  switch (event.type) {
    case 'observed':
      return tracked(state, observe(state.tracker, event, dayStart));
    case 'browser-started':
      return tracked(state, restart(state.tracker, dayStart));
    case 'address-blocked':
      return attempted(state, event.id, event.address, event);
    case 'rock-pinned':
      return pinned(state, event.draft, event.id, event);
    case 'rock-picked-up':
      return pickedUp(state, event.id, event);
    case 'rock-done':
      return changed(state, todaysRock(state, event), 'open', 'no-open-rock', rock => ({
        ...rock,
        status: 'done',
        doneAt: event.at,
      }));
    case 'rock-reopened':
      return changed(state, todaysRock(state, event), 'done', 'no-rock-done-today', rock => ({
        ...rock,
        status: 'open',
        doneAt: null,
      }));
    case 'progress-described':
      return described(state, event.movedForward, event);
    case 'settings-edited': {
      const edited = editSettings(state.settings, event.edit);
      return 'fault' in edited ? refused(state, edited.fault) : same({ ...state, settings: edited.settings });
    }
    case 'restore-acknowledged':
      return same(state.isRestored ? { ...state, isRestored: false } : state);
  }
}

const same = (state: State): Step => ({ state, records: NO_RECORDS, fault: null });

const refused = (state: State, fault: Fault): Step => ({ state, records: NO_RECORDS, fault });

const withRock = (state: State, rock: Rock): Step => ({
  state: { ...state, rock },
  records: { ...NO_RECORDS, rocks: [rock] },
  fault: null,
});

const todayOf = (state: State, moment: Moment): DayKey => dayOf(moment, state.settings.dayStart);

const todaysRock = (state: State, moment: Moment): Rock | null => rockOf(todayOf(state, moment), state.rock);

function tracked(state: State, { tracker, visits }: Tracked): Step {
  const next = tracker === state.tracker ? state : { ...state, tracker };
  return { state: next, records: { ...NO_RECORDS, visits }, fault: null };
}

/** An address that is not listed leaves no trace: the block page can be opened with anything. */
function attempted(state: State, id: string, address: string, { at, zone }: Moment): Step {
  const site = siteFor(siteListOf(state.settings.sites), address);
  if (!site) return same(state);
  const attempt = { id, at, zone, day: todayOf(state, { at, zone }), ...site };
  return { state, records: { ...NO_RECORDS, attempts: [attempt] }, fault: null };
}

function pinned(state: State, draft: RockDraft, id: string, moment: Moment): Step {
  if (todaysRock(state, moment)?.status === 'open') return refused(state, 'rock-already-open');
  const drafted = draftedRock(draft, id, todayOf(state, moment), moment.at);
  return 'fault' in drafted ? refused(state, drafted.fault) : withRock(state, drafted.rock);
}

/** Yesterday's record stays as it was; today has a rock of its own, with the same stone. */
function pickedUp(state: State, id: string, moment: Moment): Step {
  const day = todayOf(state, moment);
  const left = unfinishedBefore(day, state.rock);
  if (!left) return refused(state, 'nothing-to-pick-up');
  return withRock(state, { ...left, id, day, pinnedAt: moment.at, blocks: true, carriedFrom: left.id });
}

function changed(
  state: State,
  rock: Rock | null,
  from: Rock['status'],
  otherwise: RockFault,
  change: (rock: Rock) => Rock,
): Step {
  return rock?.status === from ? withRock(state, change(rock)) : refused(state, otherwise);
}

function described(state: State, text: string, moment: Moment): Step {
  const movedForward = noteOf(text);
  if ((movedForward?.length ?? 0) > LONGEST_NOTE) return refused(state, 'note-too-long');
  return changed(state, todaysRock(state, moment), 'done', 'no-rock-done-today', rock => ({
    ...rock,
    movedForward,
  }));
}
