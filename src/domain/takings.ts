import { mean } from './averages';
import { type Baseline, baselineOf, type Guesses, MOST_WATCHED, reclaimedOn } from './baseline';
import type { DayFigures } from './day-figures';
import type { Category, CategoryId, HourlyRate } from './settings';
import { type DayKey, type Duration, MINUTE } from './time';

/** What the days of a report gave back, and how the person had guessed. */
export interface Takings {
  baseline: Baseline | null;
  /** What each of the report's days gave back, those alone that gave any. */
  reclaimed: readonly { day: DayKey; time: Duration }[];
  rate: HourlyRate | null;
  guess: GuessAndTruth | null;
}

/** A person's guess of a day beside what it was measured to be. */
export interface GuessAndTruth {
  /** How many workdays were measured; there are no truths before it is enough of them. */
  days: number;
  rows: readonly { id: CategoryId; name: string; guess: Duration; truth: Duration | null }[];
}

/** From how many measured workdays on a guess can be held against them. */
export const FEWEST_TRACKED = 5;

export interface TakingsMaterial {
  /** Of the report. */
  figures: readonly DayFigures[];
  /** The first days worked on which nothing was blocked, in order. */
  watched: readonly DayFigures[];
  /** The first days worked of all, in order. */
  tracked: readonly DayFigures[];
  settings: { categories: readonly Category[]; guesses: Guesses; hourlyRate: HourlyRate | null };
}

export function takingsOf({ figures, watched, tracked, settings }: TakingsMaterial): Takings {
  const baseline = baselineOf(watched, settings.guesses);
  const own = new Set(watched.slice(0, MOST_WATCHED).map(({ day }) => day));
  const reclaimed = figures.map(day => ({ day: day.day, time: reclaimedOn(day, baseline, own) }));
  return {
    baseline,
    reclaimed: reclaimed.filter(({ time }) => time > 0),
    rate: settings.hourlyRate,
    guess: guessAndTruth(tracked.slice(0, MOST_WATCHED), settings),
  };
}

/** Truth is the average drift of the first days worked. */
function guessAndTruth(
  tracked: readonly DayFigures[],
  { categories, guesses }: TakingsMaterial['settings'],
): GuessAndTruth | null {
  const guessed = categories.filter(({ id }) => guesses[id] !== undefined);
  if (guessed.length === 0) return null;
  const isEnough = tracked.length >= FEWEST_TRACKED;
  const truthOf = (id: CategoryId) => Math.round(mean(tracked, ({ byCategory }) => byCategory[id] ?? 0));
  return {
    days: tracked.length,
    rows: guessed.map(({ id, name }) => ({
      id,
      name,
      guess: (guesses[id] ?? 0) * MINUTE,
      truth: isEnough ? truthOf(id) : null,
    })),
  };
}
