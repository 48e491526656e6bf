import { keepReviving, wakeAt } from '../browser/alarms';
import { applyRules, sweep } from '../browser/blocker';
import { broadcastChange } from '../browser/messaging';
import { showIcon } from '../browser/toolbar';
import { blockerOf, project } from '../domain/projection';
import type { Shown } from './dispatcher';

/** What goes on in this run of the worker while it is on. */
export interface Watches {
  beat: (on: boolean) => void;
  watchFocus: (on: boolean) => void;
}

/**
 * Brings the browser in line with the state after a step. Each part stands for itself: one that fails must not
 * keep the others, least of all blocking, from being done.
 */
export async function showStep(shown: Shown, { beat, watchFocus }: Watches): Promise<void> {
  const { before, step, occasion, watched, at, zone } = shown;
  const { state, records } = step;
  const isMoved = before.tracker.open?.site !== state.tracker.open?.site || records.visits.length > 0;
  const isQuiet = (occasion === 'beat' || occasion === 'read') && !isMoved;
  const parts: Promise<unknown>[] = [];
  if (watched) {
    beat(watched.again);
    watchFocus(watched.focus);
    const isNeeded = watched.again || watched.focus;
    if (!isQuiet || !isNeeded) parts.push(keepReviving(isNeeded));
  }
  if (!isQuiet) parts.push(sweep(blockerOf(state, { at, zone }), occasion !== 'moved'));

  const isWhole = ['started', 'scheduled', 'imported'].includes(occasion);
  const isDecided = isWhole || state.settings !== before.settings || state.rock !== before.rock;
  if (isDecided) {
    const { rules, icon, nextChangeAt } = project(state, { at, zone });
    parts.push(applyRules(rules), showIcon(icon), wakeAt(nextChangeAt));
  }
  await Promise.all(parts.map(part => part.catch(report)));

  // A run that merely starts has nothing to tell: pages that are open have read what there is.
  const isNews = (isDecided && occasion !== 'started') || isMoved || records.attempts.length > 0;
  if (isNews) void broadcastChange();
}

function report(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the worker's console is the only place where a developer can see this.
  console.error('Big Rock could not bring the browser in line:', error);
}
