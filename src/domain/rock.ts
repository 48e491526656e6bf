import type { DayKey, Instant } from './time';

export type RockStatus = 'open' | 'done' | 'put aside';

/** The one task of a workday. */
export interface Rock {
  id: string;
  title: string;
  firstStep: string | null;
  why: string | null;
  day: DayKey;
  /** What its stone is drawn from: the title as first pinned, a slash, that day. A corrected title keeps its stone. */
  seed: string;
  status: RockStatus;
  pinnedAt: Instant;
  doneAt: Instant | null;
  movedForward: string | null;
  /** Whether sites are blocked until it is done; not so for a next rock pinned without *block again*. */
  blocks: boolean;
  /** The unfinished rock of an earlier day that was picked up again. */
  carriedFrom: string | null;
}

export interface RockDraft {
  title: string;
  firstStep?: string | undefined;
  why?: string | undefined;
  blocks?: boolean | undefined;
}

export type RockFault =
  | 'title-empty'
  | 'title-too-long'
  | 'note-too-long'
  | 'rock-already-open'
  | 'no-open-rock'
  | 'no-rock-done-today'
  | 'nothing-to-pick-up';

export const LONGEST_TITLE = 200;
export const LONGEST_NOTE = 1000;

export const stoneSeed = (title: string, day: DayKey): string => `${title}/${day}`;

/** One line, without spaces around it. */
export const tidied = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A rock from what was typed. */
export function draftedRock(
  draft: RockDraft,
  id: string,
  day: DayKey,
  at: Instant,
): { rock: Rock } | { fault: RockFault } {
  const title = tidied(draft.title);
  const firstStep = noteOf(draft.firstStep);
  const why = noteOf(draft.why);
  if (title === '') return { fault: 'title-empty' };
  if (title.length > LONGEST_TITLE) return { fault: 'title-too-long' };
  if ((firstStep?.length ?? 0) > LONGEST_NOTE || (why?.length ?? 0) > LONGEST_NOTE) {
    return { fault: 'note-too-long' };
  }
  const rock: Rock = {
    id,
    title,
    firstStep,
    why,
    day,
    seed: stoneSeed(title, day),
    status: 'open',
    pinnedAt: at,
    doneAt: null,
    movedForward: null,
    blocks: draft.blocks ?? true,
    carriedFrom: null,
  };
  return { rock };
}

/** The rock that counts today, or null. */
export const rockOf = (day: DayKey, rock: Rock | null): Rock | null => (rock?.day === day ? rock : null);

/** The rock left on the ground on an earlier day, or null. */
export const unfinishedBefore = (day: DayKey, rock: Rock | null): Rock | null =>
  rock && rock.day < day && rock.status === 'open' ? rock : null;

export const noteOf = (text: string | undefined): string | null => tidied(text ?? '') || null;
