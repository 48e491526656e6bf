import { keepReviving, wakeAt } from '../browser/alarms';
import { hasArrived, leaveTab, sendAway, sweep } from '../browser/blocker';
import { listen } from '../browser/events';
import { createFocusWatch } from '../browser/focus-watch';
import { idleTime } from '../browser/idle-time';
import { listenToIdleness } from '../browser/idleness';
import { inFront, pageShown, presence } from '../browser/look-around';
import { broadcastChange, serveMessages } from '../browser/messaging';
import { notify } from '../browser/notifications';
import { openPage } from '../browser/open-page';
import { grantedOrigins } from '../browser/permissions';
import { listenToReach, offerMenus } from '../browser/reach';
import { applyBlocking, readLeftOut } from '../browser/rules';
import { markSession, readSession } from '../browser/session';
import { readCopiedDays, readCopy, writeCopy } from '../browser/small-copy';
import { takeNote } from '../browser/tab-notes';
import { text } from '../browser/text';
import { showFace } from '../browser/toolbar';
import { firstSettings } from '../domain/settings';
import type { Event } from '../domain/step';
import { instant, type Moment } from '../domain/time';
import { answer } from '../messages/server';
import { createDatabase } from '../storage/database';
import { createStore } from '../storage/store';
import { createDispatcher } from './dispatcher';
import { durableStore } from './durable-store';
import { createHandlers } from './handlers';
import { createHeartbeat } from './heartbeat';
import { createProjector } from './projector';
import { secure } from './secure';
import type { Occasion } from './shown';
import { createUpkeep } from './upkeep';

const now = (): Moment => ({ at: instant(Date.now()), zone: Temporal.Now.timeZoneId() });
const newId = () => crypto.randomUUID();

const store = createStore(
  createDatabase(),
  firstSettings({
    social: text('category_social'),
    scoreboards: text('category_scoreboards'),
    email: text('category_email'),
    question: text('question_first'),
  }),
);
const durable = durableStore(store, { read: readCopy, readDays: readCopiedDays, write: writeCopy });
const watchIdleness = listenToIdleness(() => look('moved'));
// A look that fails is tried again with the next beat.
const look = (occasion: Occasion) => void dispatcher.look(occasion).catch(() => beat(true));
const beat = createHeartbeat(() => look('beat'));
const watchFocus = createFocusWatch(() => look('moved'));
const happen = (event: Event): Promise<unknown> => dispatcher.dispatch(event).catch(() => undefined);

const projector = createProjector({
  applyBlocking,
  sweep,
  sendAway,
  hasArrived,
  showFace,
  offerMenus,
  notify,
  wakeAt,
  keepReviving,
  beat,
  watchFocus,
  broadcastChange,
});

const dispatcher = createDispatcher({
  now,
  uptime: () => performance.now(),
  run: newId(),
  store: durable,
  session: { read: readSession, mark: () => markSession().then(() => void keepUp()), secure },
  inFront,
  presence,
  idleTime,
  foresee: projector.foresee,
  show: projector.show,
  watchFor: (isListed, idleSeconds) => watchIdleness(isListed ? idleSeconds : null),
});

const keepUp = createUpkeep({
  dispatcher,
  store,
  refreshCopy: durable.refreshCopy,
  grantedOrigins,
  now,
  newId,
});

const handlers = createHandlers({
  dispatcher,
  store,
  copied: durable.copied,
  now,
  newId,
  pageShown,
  grantedOrigins,
  leftOut: readLeftOut,
  leaveTab,
  hasStoodOpen: tabId => takeNote('stood-open', tabId),
  asideSentence: () => text('blocked_aside_sentence'),
});

serveMessages((message, asker) => answer(handlers, message, asker));

const lookAfter = (): void => {
  look('scheduled');
  void keepUp();
};

listen({
  onMoved: () => look('moved'),
  onShown: (tabId, address) => projector.guard(tabId, address, now()),
  onScheduled: lookAfter,
  onAccessChanged: lookAfter,
  onTabClosed: tabId => void happen({ type: 'tab-closed', tabId, ...now() }),
  onInstalled: () => void openPage('welcome'),
  onBegun: () => {
    lookAfter();
    void dispatcher.load().then(({ state }) => offerMenus(state.settings.signs.menu));
  },
});

listenToReach({
  onRock: async title =>
    (await happen({ type: 'rock-pinned', id: newId(), draft: { title }, ...now() })) === null,
  onDone: () => happen({ type: 'rock-done', ...now() }),
});

// Whatever this run was started for, the browser is looked at once and brought in line.
look('started');
