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

  const isDecided =
    occasion === 'scheduled' || state.settings !== before.settings || state.rock !== before.rock;
  const parts: (() => Promise<void>)[] = [];
  if (isDecided) {
    const { rules, icon, nextChangeAt } = project(state, { at, zone });
    parts.push(
      () => applyRules(rules),
      () => showIcon(icon),
      () => wakeAt(nextChangeAt),
    );
  }
  parts.push(() => sweep(blockerOf(state, { at, zone })));
  if (occasion === 'scheduled' || isOpen !== (before.tracker.open !== null))
    parts.push(() => keepReviving(isOpen));

  for (const part of parts) await part().catch(report);

  if (isDecided || isMoved || records.attempts.length > 0) await broadcastChange();
}

function report(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the worker's console is the only place where a developer can see this.
  console.error('Big Rock could not bring the browser in line:', error);
}
