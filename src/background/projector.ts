import type { Notice } from '../browser/notifications';
import type { Blocking } from '../domain/block-rules';
import { dayOf } from '../domain/calendar';
import { nextChange } from '../domain/next-change';
import { blockerOf, blockingAt, type Face, faceAt } from '../domain/projection';
import { questionOf, themeOf } from '../domain/question';
import type { CategoryId } from '../domain/settings';
import { blockedCategories } from '../domain/standing';
import type { State } from '../domain/state';
import type { Instant, Moment } from '../domain/time';
import type { Shown } from './shown';

/** What can be done to the browser, and to this run of the worker. */
export interface Levers {
  applyBlocking: (blocking: Blocking) => Promise<void>;
  /** Sends every tab away whose address is blocked; or those that merely stood open when it was closed. */
  sweep: (isBlocked: (address: string, tabId: number) => boolean, stoodOpen: boolean) => Promise<void>;
  sendAway: (tabId: number, address: string) => Promise<void>;
  /** The tab is where it may be. */
  hasArrived: (tabId: number) => void;
  showFace: (face: Face) => Promise<void>;
  offerMenus: (on: boolean) => Promise<void>;
  notify: (notice: Notice) => Promise<void>;
  /** Has the worker started then. */
  wakeAt: (at: Instant) => Promise<void>;
  /** Has it started every so often. */
  keepReviving: (on: boolean) => Promise<void>;
  /** Looks again soon, at the latest within so many milliseconds. */
  beat: (on: boolean, within?: number) => void;
  watchFocus: (on: boolean) => void;
  /** Tells the open pages that something has changed. */
  broadcastChange: () => Promise<void>;
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

export function createProjector(levers: Levers): Projector {
  const { applyBlocking, sweep, sendAway, hasArrived, showFace, wakeAt, keepReviving, broadcastChange } =
    levers;
  /** Until when what this run has shown last is right if nothing happens. */
  let rightUntil: Instant | null = null;
  let last: State | null = null;
  let blocked: ReadonlySet<CategoryId> = new Set();

  const show: Projector['show'] = async ({ before, step, occasion, watched, at, zone }) => {
    const { state, records } = step;
    const moment = { at, zone };
    last = state;
    blocked = blockedCategories(state, moment);
    // A page may refuse to go, and then be looked at for as long as nothing else happens.
    const { open } = state.tracker;
    const isInside = open !== null && open.pass === null && blocked.has(open.category);
    const isMoved = before.tracker.open?.site !== state.tracker.open?.site || records.visits.length > 0;
    const isWhole = ['started', 'doubted', 'scheduled', 'imported'].includes(occasion);
    const isDue = rightUntil !== null && at >= rightUntil;
    const isDecided = isWhole || isDue || DECISIVE.some(key => state[key] !== before[key]);
    const isNudged = state.streak?.nudgedAt !== before.streak?.nudgedAt || state.reminded !== before.reminded;
    const isQuiet = (occasion === 'beat' || occasion === 'read') && !isMoved && !isDecided;

    const { menu } = state.settings.signs;

    const parts: Promise<unknown>[] = [];
    if (menu !== before.settings.signs.menu) parts.push(levers.offerMenus(menu));
    if (isDecided) parts.push(applyBlocking(blockingAt(state, moment)));
    if (!isQuiet || isInside) parts.push(sweep(blockerOf(state, moment), occasion !== 'moved'));
    if (isDecided || isMoved || isNudged) {
      rightUntil = nextChange(state, moment);
      parts.push(showFace(faceAt(state, moment)), wakeAt(rightUntil));
      parts.push(...noticesOf(before, state, moment).map(levers.notify));
    }
    if (watched) {
      levers.beat(watched.again, rightUntil === null ? undefined : rightUntil - at);
      levers.watchFocus(watched.focus);
      const isNeeded = watched.again || watched.focus;
      if (!isQuiet || !isNeeded) parts.push(keepReviving(isNeeded));
    }
    await Promise.all(parts.map(part => part.catch(report)));

    // Told of what is shown anew because of it, the page in doubt would ask again, and so on.
    const isNews =
      (isDecided && occasion !== 'doubted') ||
      isMoved ||
      [...records.attempts, ...records.reviews].length > 0;
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
function noticesOf(before: State, state: State, moment: Moment): Notice[] {
  const { streak, door, settings, reminded, rock } = state;
  const day = dayOf(moment, settings.dayStart);
  const warned = new Set(before.door.passes.filter(({ isWarned }) => isWarned).map(({ id }) => id));
  const ending = door.passes.filter(({ id, isWarned, isOver }) => isWarned && !isOver && !warned.has(id));
  const isNudge = streak !== null && streak.nudgedAt !== null && streak.nudgedAt !== before.streak?.nudgedAt;
  const category = settings.categories.find(({ id }) => id === streak?.category);
  return [
    ...ending.map(({ id, site, purpose }) => ({ of: 'pass-ending' as const, id, site, purpose })),
    ...(isNudge && category
      ? [{ of: 'nudge' as const, question: questionOf(day, settings), category: category.name }]
      : []),
    ...(reminded.start !== before.reminded.start
      ? [{ of: 'start' as const, theme: themeOf(day, settings) }]
      : []),
    ...(reminded.evening !== before.reminded.evening && rock
      ? [{ of: 'evening' as const, rock: rock.title, isDone: rock.status === 'done' }]
      : []),
  ];
}

function report(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the worker's console is the only place where a developer can see this.
  console.error('Big Rock could not act:', error);
}
