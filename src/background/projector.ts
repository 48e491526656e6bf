import { keepReviving, wakeAt } from '../browser/alarms';
import { applyRules, sweep } from '../browser/blocker';
import { broadcastChange } from '../browser/messaging';
import { showIcon } from '../browser/toolbar';
import { blockerOf, project } from '../domain/projection';
import type { Shown } from './dispatcher';

/**
 * Brings the browser in line with the state after a step. Each part stands for itself: one that fails must not
 * keep the others, least of all blocking, from being done.
 */
export async function showStep(shown: Shown, beat: (on: boolean) => void): Promise<void> {
  const { before, step, occasion, at, zone } = shown;
  const { state, records } = step;
  const isOpen = state.tracker.open !== null;
  const isMoved = before.tracker.open?.site !== state.tracker.open?.site || records.visits.length > 0;
  beat(isOpen);
  if (occasion === 'beat' && !isMoved) return;

  const isWhole = ['started', 'scheduled', 'imported'].includes(occasion);
  const isDecided = isWhole || state.settings !== before.settings || state.rock !== before.rock;
  const parts: Promise<unknown>[] = [sweep(blockerOf(state, { at, zone }), occasion !== 'moved')];
  if (isDecided) {
    const { rules, icon, nextChangeAt } = project(state, { at, zone });
    parts.push(applyRules(rules), showIcon(icon), wakeAt(nextChangeAt));
  }
  if (isWhole || isOpen !== (before.tracker.open !== null)) parts.push(keepReviving(isOpen));
  await Promise.all(parts.map(part => part.catch(report)));

  // A run that merely starts has nothing to tell: pages that are open have read what there is.
  const isNews = (isDecided && occasion !== 'started') || isMoved || records.attempts.length > 0;
  if (isNews) void broadcastChange();
}

function report(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the worker's console is the only place where a developer can see this.
  console.error('Big Rock could not bring the browser in line:', error);
}
