import type { DayTerms } from './day-terms';
import { gateAt } from './gate';
import type { ImportRefusal } from './import-fault';
import type { History } from './import-file';
import { mergeNotes } from './merge-notes';
import { mergePasses } from './merge-passes';
import { lastPinned, mergeRocks } from './merge-rocks';
import { mergeSettings } from './merge-settings';
import { mergedDays, mergedHours } from './merge-totals';
import { mergeVisits } from './merge-visits';
import type { Pass } from './pass';
import type { Attempt } from './records';
import type { Remark } from './remark';
import { type Review, reviewDay } from './review';
import type { Rock } from './rock';
import type { Settings } from './settings';
import { blockedCategories } from './standing';
import type { State } from './state';
import type { DayKey, Moment } from './time';
import type { DayTotal, HourTotal } from './totals';
import { type Visit, visitsOf } from './visit';

/** What is here of the days and rocks that a file speaks of. */
export interface Here {
  state: State;
  /** The settings as they are before anybody has changed them. */
  first: Settings;
  visits: readonly Visit[];
  totals: readonly DayTotal[];
  hours: readonly HourTotal[];
  rocks: readonly Rock[];
  passes: readonly Pass[];
  attempts: readonly Attempt[];
  remarks: readonly Remark[];
  terms: readonly DayTerms[];
  reviews: readonly Review[];
}

/** What an import did, and what of the file was here before. */
export interface ImportSummary {
  visits: { added: number; extended: number; known: number };
  rocks: { added: number; changed: number; known: number };
  passes: { added: number };
  /** Attempts, remarks and reviews. */
  notes: { added: number };
  sites: { added: number; known: number };
  /** Days whose totals rose. */
  days: number;
  /** Whether the file's settings were taken whole. */
  settings: boolean;
  /** Sites and rocks left as they are because sites are blocked now, and they would have opened some. */
  heldBack: number;
}

/** The rows that a file adds or changes, each as it becomes. */
export interface Merge {
  state: State;
  visits: readonly Visit[];
  totals: readonly DayTotal[];
  hours: readonly HourTotal[];
  rocks: readonly Rock[];
  passes: readonly Pass[];
  attempts: readonly Attempt[];
  remarks: readonly Remark[];
  terms: readonly DayTerms[];
  reviews: readonly Review[];
  /** The days of which something small has changed. */
  days: readonly DayKey[];
  summary: ImportSummary;
}

/** Merges a file into what is here, by identity. Nothing is counted twice, and nothing that is blocked is opened. */
export function mergeHistory(
  here: Here,
  history: History,
  moment: Moment,
): Merge | { refused: ImportRefusal } {
  const { state } = here;
  const isBlocked = blockedCategories(state, moment).size > 0;
  const settings = mergeSettings(state.settings, history.settings, here.first, isBlocked);
  if ('tooMany' in settings) return refusedForTooMany(settings.tooMany);

  const { open } = state.tracker;
  const going = open ? visitsOf(open, open.lastSeenAt, state.settings.dayStart) : [];
  const { added, extended, known, union } = mergeVisits(here.visits, going, history.visits);
  const visits = { union, changed: [...added, ...extended], open: going };
  const totals = mergedDays(here.totals, history.totals, visits);
  const days = [...new Set(totals.map(({ day }) => day))];
  const { terms, reviews, ...moments } = mergeNotes(here, history);

  const rocks = mergeRocks(here.rocks, history.rocks);
  const passes = mergePasses(here.passes, history.passes);
  const last = lastPinned(state.rock, [...rocks.added, ...rocks.changed]);
  const isHeld = isBlocked && !gateAt({ ...state, rock: last }, moment).blocked;
  const changed = isHeld ? rocks.changed.filter(({ id }) => id !== state.rock?.id) : rocks.changed;
  return {
    state: { ...state, settings: settings.settings, rock: isHeld ? state.rock : last },
    visits: visits.changed,
    totals,
    hours: mergedHours(here.hours, history.hours, visits),
    rocks: [...rocks.added, ...changed],
    passes: [...passes.added, ...passes.changed],
    ...moments,
    terms,
    reviews,
    days: [
      ...new Set([
        ...days,
        ...terms.map(({ day }) => day),
        ...reviews.flatMap(each => reviewDay(each) ?? []),
      ]),
    ],
    summary: {
      visits: { added: added.length, extended: extended.length, known },
      rocks: { added: rocks.added.length, changed: changed.length, known: rocks.known },
      passes: { added: passes.added.length },
      notes: { added: moments.attempts.length + moments.remarks.length + reviews.length },
      sites: { added: settings.added.length, known: settings.known },
      days: days.length,
      settings: settings.isWhole,
      heldBack: settings.heldBack + (isHeld ? 1 : 0),
    },
  };
}

const refusedForTooMany = (what: 'categories' | 'sites'): { refused: ImportRefusal } => ({
  refused: { because: 'wrong', faults: [{ path: `settings.${what}`, reason: 'too-many' }] },
});
