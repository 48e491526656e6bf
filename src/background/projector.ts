import { keepReviving, wakeAt } from '../browser/alarms';
import { hasArrived, sendAway, sweep } from '../browser/blocker';
import { broadcastChange } from '../browser/messaging';
import { notify } from '../browser/notifications';
import { applyBlocking } from '../browser/rules';
import { showFace } from '../browser/toolbar';
import { nextChange } from '../domain/next-change';
import { blockerOf, blockingAt, faceAt } from '../domain/projection';
import type { CategoryId } from '../domain/settings';
import { blockedCategories } from '../domain/standing';
import type { State } from '../domain/state';
import type { Instant, Moment } from '../domain/time';
import type { Shown } from './dispatcher';

/** What goes on in this run of the worker while it is on. */
export interface Watches {
  /** Looks again soon, at the latest then. */
  beat: (on: boolean, within?: number) => void;
  watchFocus: (on: boolean) => void;
}

/** What rules follow from, and when they change. */
const DECISIVE = ['settings', 'rock', 'asideOn', 'door', 'pending'] as const satisfies (keyof State)[];

export interface Projector {
  /**
   * Brings the browser in line with the state after a step. Each part stands for itself: one that fails must not
   * keep the others, least of all blocking, from being done.
   */
  show: (shown: Shown) => Promise<void>;
  /**
   * Sends a tab away at once if its address is blocked by what this run has shown last. What rules do not see would
   * otherwise stay in sight until all that came before it is stored. Should that be out of date, the sweep that follows
   * in its turn, or the block page itself, puts it right.
   */
  guard: (tabId: number, address: string, moment: Moment) => void;
  /** Sends tabs away from what this state blocks and the one shown last did not, while it is being written down. */
  foresee: (state: State, moment: Moment) => void;
}

export function createProjector({ beat, watchFocus }: Watches): Projector {
  /** Until when what this run has shown last is right if nothing happens. */
  let rightUntil: Instant | null = null;
  let last: State | null = null;
  let blocked: ReadonlySet<CategoryId> = new Set();

  const show: Projector['show'] = async ({ before, step, occasion, watched, at, zone }) => {
    const { state, records } = step;
    const moment = { at, zone };
    const isFirst = last === null;
    last = state;
    blocked = blockedCategories(state, moment);
    // A page may refuse to go, and then be looked at for as long as nothing else happens.
    const { open } = state.tracker;
    const isInside = open !== null && open.pass === null && blocked.has(open.category);
    const isMoved = before.tracker.open?.site !== state.tracker.open?.site || records.visits.length > 0;
    const isWhole = ['started', 'scheduled', 'imported'].includes(occasion);
    const isDue = rightUntil !== null && at >= rightUntil;
    const isDecided = isWhole || isDue || DECISIVE.some(key => state[key] !== before[key]);
    const isNudged = state.streak?.nudgedAt !== before.streak?.nudgedAt;
    const isQuiet = (occasion === 'beat' || occasion === 'read') && !isMoved && !isDecided;

    const parts: Promise<unknown>[] = [];
    if (isDecided) parts.push(applyBlocking(blockingAt(state, moment)));
    if (!isQuiet || isInside) parts.push(sweep(blockerOf(state, moment), occasion !== 'moved'));
    if (isDecided || isMoved || isNudged) {
      rightUntil = nextChange(state, moment);
      parts.push(showFace(faceAt(state, moment)), wakeAt(rightUntil), ...said(before, state));
    }
    if (watched) {
      beat(watched.again, rightUntil === null ? undefined : rightUntil - at);
      watchFocus(watched.focus);
      const isNeeded = watched.again || watched.focus;
      if (!isQuiet || !isNeeded) parts.push(keepReviving(isNeeded));
    }
    await Promise.all(parts.map(part => part.catch(report)));

    // Time may have passed before a run that pages do not know of. Where one asks for all to be brought in line, it reads.
    const isTold = occasion === 'started' && !isFirst;
    const isNews = (isDecided && !isTold) || isMoved || records.attempts.length > 0;
    if (isNews) void broadcastChange();
  };

  return {
    show,
    guard(tabId, address, moment) {
      if (last !== null && blockerOf(last, moment)(address, tabId)) void sendAway(tabId, address);
      else hasArrived(tabId);
    },
    foresee(state, moment) {
      const isNew = (id: CategoryId) => !blocked.has(id);
      if (last === null || ![...blockedCategories(state, moment)].some(isNew)) return;
      void sweep(blockerOf(state, moment), true).catch(report);
    },
  };
}

/** What a person is told of once. */
function said(before: State, { streak, door, settings }: State): Promise<void>[] {
  const warned = new Set(before.door.passes.filter(({ isWarned }) => isWarned).map(({ id }) => id));
  const ending = door.passes.filter(({ id, isWarned, isOver }) => isWarned && !isOver && !warned.has(id));
  const isNudge = streak !== null && streak.nudgedAt !== null && streak.nudgedAt !== before.streak?.nudgedAt;
  const category = settings.categories.find(({ id }) => id === streak?.category);
  return [
    ...ending.map(({ id, site, purpose }) => notify({ of: 'pass-ending', id, site, purpose })),
    ...(isNudge && category
      ? [notify({ of: 'nudge', question: settings.question, category: category.name })]
      : []),
  ];
}

function report(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the worker's console is the only place where a developer can see this.
  console.error('Big Rock could not bring the browser in line:', error);
}
