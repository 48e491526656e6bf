import { ask, until } from '../browsers';
import { type BrowserKind, LONGEST_START } from '../harness/browser-session';
import { pause } from '../harness/page-location';
import { type ShiftedClock, shiftedClock } from '../harness/shifted-clock';
import type { Escape } from './escape';
import { road } from './roads';
import { openDesk, openStage, pageAt, ROCK, type Scene, tell } from './scene';

/** A scene whose clock can be set, for what happens because it is time. */
export interface Timed extends Scene {
  readonly clock: ShiftedClock;
}

/** A Monday; times of day are minutes after midnight, in the browser's zone. */
const MIDNIGHT = Date.UTC(2026, 10, 23);
const MINUTE = 60_000;
const HOUR = 60;
const at = (minutes: number): number => MIDNIGHT + minutes * MINUTE;

const WORK = [8 * HOUR, 17 * HOUR] as const;
const WINDOW = [9 * HOUR, 10 * HOUR] as const;
const TERMS = {
  windows: [WINDOW],
  limitMinutes: 1,
  endsWhenDone: true,
  insidePages: false,
  nudgeMinutes: null,
};

/** How long before the edge the clock is set to; long enough for the page to be there. */
const LEAD = 12_000;

/** Two hours before work: a rock is pinned, and nothing is blocked yet. */
export async function openTimed(kind: BrowserKind): Promise<Timed> {
  const clock = await shiftedClock('UTC');
  await clock.set(at(WORK[0] - 2 * HOUR));
  const scene = await openStage(kind, clock, { restoring: true });
  // The background may be on its way still, and nobody there to answer.
  const isUp = () => ask(scene.desk, 'readSettings').then(Boolean, () => false);
  await until(isUp, 'The background does not answer', LONGEST_START);
  const edit = (change: object) => ask(scene.desk, 'editSettings', change);
  await edit({ edit: 'set-policy', category: 'scoreboards', terms: { ...TERMS, policy: 'only in windows' } });
  await edit({ edit: 'set-policy', category: 'email', terms: { ...TERMS, policy: 'limit per day' } });
  const week = Array.from({ length: 7 }, () => [WORK]);
  await edit({ edit: 'set-work-hours', workHours: { always: false, week } });
  await ask(scene.desk, 'pinRock', ROCK);
  // Firefox's alarms do not mind that the clock is set; with somebody there, the beats see what is due.
  const letGo = scene.display.keepAwake(2000);
  const { close } = scene;
  return Object.assign(scene, {
    clock,
    ahead: () => clock.at(0),
    close: async () => {
      letGo();
      await close();
    },
  });
}

/** Sets the clock, and has the worker look at it: alarms go by the time that passes. */
async function setClock(scene: Timed, to: number): Promise<void> {
  await scene.clock.set(to);
  await pageAt(scene, road('link', 'https://www.facebook.com/'));
  await pause(1000);
}

export type TimedEscape = Escape<Timed>;

/** A page stands open when the clock reaches the edge; the deed is that it does. */
const whenDue = (name: string, address: string, edge: number): TimedEscape => ({
  name,
  address,
  had: true,
  async play(scene) {
    await setClock(scene, at(edge) - LEAD);
    await pageAt(scene, address);
    scene.since = at(edge) - scene.ahead();
    await pause(scene.since - Date.now());
  },
});

export const RESTORES_AT_TIMES =
  'driven by the protocol, it restores the tab at some starts and not at others';

/** In the order in which the day brings them. */
export const EDGES: readonly TimedEscape[] = [
  whenDue('a tab open when work hours begin', 'https://www.facebook.com/hours', WORK[0]),
  whenDue('a tab open when a window closes', 'https://www.espn.com/window', WINDOW[1]),
  {
    name: 'a tab open when a limit is used up',
    address: 'https://mail.google.com/limit',
    had: true,
    async play(scene) {
      const from = Date.now();
      await pageAt(scene, 'https://mail.google.com/limit');
      const seen = scene.web.hits('mail.google.com').at(0)?.at ?? from;
      scene.since = seen + MINUTE;
      await pause(scene.since - Date.now());
    },
  },
  {
    name: 'a session restored in work hours that was closed outside them',
    address: 'https://www.facebook.com/restored',
    impossible: { firefox: RESTORES_AT_TIMES },
    early: {
      chromium: 'now and then a restored tab is there before Chromium has read its rules from the disk',
    },
    async play(scene) {
      await setClock(scene, at(WORK[1] + HOUR));
      await pageAt(scene, 'https://www.facebook.com/restored');
      const rules = () =>
        tell<{ action: { type: string } }[]>(scene, 'declarativeNetRequest', 'getDynamicRules');
      const isBlocking = async () => (await rules()).some(({ action }) => action.type === 'redirect');
      await until(isBlocking, 'No rule is there for the next start');
      await close(scene);
      await scene.clock.set(at(24 * HOUR + WORK[0] + HOUR));
      scene.web.clear();
      scene.mark();
      await reopen(scene);
    },
  },
];

/** A session is closed in work hours with this blocked, and restored after them. */
export async function restoreAfterWork(scene: Timed, address: string): Promise<void> {
  await pageAt(scene, road('script', address));
  await close(scene);
  await scene.clock.set(at(24 * HOUR + WORK[1] + HOUR));
  scene.web.clear();
  await reopen(scene);
}

async function close(scene: Timed): Promise<void> {
  await scene.desk.close();
  // The browser writes down what is open every now and then, and at the end.
  await pause(1000);
  await scene.session.browser().close();
}

async function reopen(scene: Timed): Promise<void> {
  await scene.session.reopen();
  scene.desk = await openDesk(scene.session);
  await until(
    async () => (await scene.desk.evaluate(() => document.readyState)) === 'complete',
    'The desk is not there',
  );
}
