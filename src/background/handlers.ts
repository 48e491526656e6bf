import type { InFront } from '../browser/look-around';
import { addDays, dayOf } from '../domain/calendar';
import { exportOf } from '../domain/export';
import { readImport } from '../domain/import-file';
import { sitesWithoutAccess } from '../domain/origin';
import type { Pattern } from '../domain/pattern';
import { periodOf } from '../domain/period';
import { isSameSentence } from '../domain/sentence';
import { blockedCategories } from '../domain/standing';
import type { Event } from '../domain/step';
import { type DayKey, dayKey, type Moment } from '../domain/time';
import { RequestError } from '../messages/request-error';
import type { Asker, Handlers } from '../messages/server';
import type { Past } from '../storage/past';
import type { Store } from '../storage/store';
import { blockedReply } from './blocked-reply';
import type { Dispatcher } from './dispatcher';
import type { Loaded } from './durable-store';
import { readDayReport, readPeriodReport } from './report-reading';
import { situationOf } from './situation';
import { todayReply } from './today-reply';

export interface HandlerTools {
  dispatcher: Dispatcher;
  store: Store;
  /** The past while the database is in trouble. */
  copied: Past;
  now: () => Moment;
  newId: () => string;
  pageShown: () => Promise<Pick<InFront, 'address' | 'tabId'>>;
  grantedOrigins: () => Promise<string[]>;
  /** The sites that the browser has no rule for. */
  leftOut: () => Promise<readonly Pattern[]>;
  leaveTab: (tabId: number, hasHistory: boolean) => Promise<void>;
  /** Whether a tab came to the block page because its site was closed, without anybody going there; once. */
  hasStoodOpen: (tabId: number) => Promise<boolean>;
  /** What has to be typed to put the rock aside. */
  asideSentence: () => string;
}

/** The answer to each request a page may make. */
export function createHandlers(tools: HandlerTools): Handlers {
  const { dispatcher, store, copied, now, newId, pageShown, grantedOrigins, leaveTab, hasStoodOpen } = tools;

  const happen = async (event: Event): Promise<null> => {
    const fault = await dispatcher.dispatch(event);
    if (fault) throw new RequestError(fault);
    return null;
  };

  const pastOf = ({ trouble }: Loaded): Past => (trouble ? copied : store.past);
  const situation = (loaded: Loaded, asked: DayKey | null) =>
    situationOf(loaded, asked, pastOf(loaded), now());

  const today = async (loaded: Loaded) => {
    const current = await situation(loaded, null);
    const { today: day } = current.material;
    const [shown, origins, cairn] = await Promise.all([
      pageShown(),
      grantedOrigins(),
      pastOf(loaded).rocks(addDays(day, -6), day),
    ]);
    return todayReply(current, { shown, origins, cairn });
  };

  return {
    readToday: () => dispatcher.inquire(today),
    pinRock: draft => happen({ type: 'rock-pinned', id: newId(), draft, ...now() }),
    swapRock: draft =>
      happen({ type: 'rock-swapped', ids: { rock: newId(), remark: newId() }, draft, ...now() }),
    pickUpRock: () => happen({ type: 'rock-picked-up', id: newId(), ...now() }),
    finishRock: () => happen({ type: 'rock-done', ...now() }),
    describeProgress: ({ movedForward }) => happen({ type: 'progress-described', movedForward, ...now() }),
    reopenRock: () => happen({ type: 'rock-reopened', ...now() }),
    acknowledgeRestore: () => happen({ type: 'restore-acknowledged', id: newId(), ...now() }),
    async readBlocked({ address }, { tabId }) {
      const reply = await dispatcher.inquire(async loaded =>
        blockedReply(await situation(loaded, null), address, tabId),
      );
      // The page goes on at once where nothing blocks the address: then the browser's rules must say so too.
      if (!reply.blocked && reply.address !== null) await dispatcher.look('doubted');
      return reply;
    },
    async reportAttempt({ address }, { tabId }) {
      if (tabId !== null && (await hasStoodOpen(tabId))) return null;
      return happen({ type: 'address-blocked', id: newId(), address, ...now() });
    },
    askForPass: (draft, asker) =>
      happen({ type: 'pass-asked', draft: { ...draft, tabId: tabOf(asker) }, ...now() }),
    beginPass: (_, asker) => happen({ type: 'pass-begun', id: newId(), tabId: tabOf(asker), ...now() }),
    answerPass: ({ id, outcome }) => happen({ type: 'pass-answered', id, outcome, ...now() }),
    async askToPutAside({ sentence }) {
      if (!isSameSentence(sentence, tools.asideSentence())) throw new RequestError('other-sentence');
      return happen({ type: 'aside-asked', ...now() });
    },
    putRockAside: () => happen({ type: 'put-aside', id: newId(), ...now() }),
    stopWaiting: ({ what }, { tabId }) => happen({ type: 'wait-stopped', what, tabId, ...now() }),
    async leaveBlockPage({ hasHistory }, { tabId }) {
      if (tabId !== null) await leaveTab(tabId, hasHistory);
      return null;
    },
    async readDay({ day }) {
      const asked = day === null ? null : dayKey(day);
      if (day !== null && asked === null) throw new RequestError('not-a-day');
      return dispatcher.inquire(async loaded => {
        const report = await readDayReport(await situation(loaded, asked), pastOf(loaded));
        return { ...report, trouble: loaded.trouble };
      });
    },
    async readPeriod({ period: key }) {
      const period = periodOf(key);
      if (period === null) throw new RequestError('not-a-period');
      return dispatcher.inquire(async loaded => {
        const report = await readPeriodReport(period, await situation(loaded, null), pastOf(loaded));
        return { ...report, trouble: loaded.trouble };
      });
    },
    keepReview: ({ week, ...draft }) => happen({ type: 'review-kept', week, draft, ...now() }),
    async deleteHistory({ what }) {
      await dispatcher.erase(what, { type: 'history-deleted', id: newId(), what, ...now() });
      return null;
    },
    exportAll: () =>
      dispatcher.inquire(async ({ state, trouble }) => {
        if (trouble) throw new RequestError(trouble);
        return exportOf({ ...now(), ...(await store.everything()), state });
      }),
    async importHistory({ file, preview }) {
      const reading = readImport(file);
      if ('refused' in reading) return reading;
      const merging = await dispatcher.merge(reading.history, preview);
      return 'refused' in merging ? merging : { imported: merging.summary };
    },
    async readSettings() {
      const { state, trouble } = await dispatcher.load();
      const { settings, pending } = state;
      const moment = now();
      const origins = await grantedOrigins();
      return {
        settings,
        pending,
        isBlocking: blockedCategories(state, moment).size > 0,
        today: dayOf(moment, settings.dayStart),
        zone: moment.zone,
        origins,
        withoutAccess: sitesWithoutAccess(settings.sites, origins),
        leftOut: await tools.leftOut(),
        trouble,
      };
    },
    editSettings: edit => happen({ type: 'settings-edited', id: newId(), edit, ...now() }),
    cancelEdit: ({ id }) => happen({ type: 'edit-cancelled', id, ...now() }),
  };
}

/** A pass belongs to a tab, and only a page in a tab can ask for one. */
function tabOf({ tabId }: Asker): number {
  if (tabId === null) throw new RequestError('not-in-a-tab');
  return tabId;
}
