import type { InFront } from '../browser/look-around';
import { blockedCategories } from '../domain/block-rules';
import { addDays, dayOf } from '../domain/calendar';
import { type DayMaterial, dayReport } from '../domain/day-report';
import { exportOf } from '../domain/export';
import { gateAt } from '../domain/gate';
import { readImport } from '../domain/import-file';
import { sitesWithoutAccess } from '../domain/origin';
import { blockerOf } from '../domain/projection';
import { rockOf, unfinishedBefore } from '../domain/rock';
import { siteFor, siteListOf, webAddress } from '../domain/site-list';
import type { State } from '../domain/state';
import type { Event } from '../domain/step';
import { type DayKey, dayKey, type Moment } from '../domain/time';
import { nextWorkStart, workEnd } from '../domain/work-hours';
import { RequestError } from '../messages/client';
import type { Blocked, Health, SettingsAndAccess, Today } from '../messages/requests';
import type { Handlers } from '../messages/server';
import type { Store } from '../storage/store';
import type { Past } from './copied-history';
import type { Dispatcher } from './dispatcher';
import type { Loaded } from './durable-store';

export interface HandlerTools {
  dispatcher: Dispatcher;
  store: Store;
  /** The past while the database is in trouble. */
  copied: Past;
  now: () => Moment;
  newId: () => string;
  inFront: () => Promise<InFront>;
  grantedOrigins: () => Promise<string[]>;
  leaveTab: (tabId: number, hasHistory: boolean) => Promise<void>;
  /** Whether a tab came to the block page because its site was closed, without anybody going there; once. */
  hasStoodOpen: (tabId: number) => Promise<boolean>;
}

/** The state as of this moment, with what the database has of one day. */
interface Situation extends Health {
  state: State;
  moment: Moment;
  material: DayMaterial;
}

/** The answer to each request a page may make. */
export function createHandlers(tools: HandlerTools): Handlers {
  const { dispatcher, store, copied, now, newId, inFront, grantedOrigins, leaveTab, hasStoodOpen } = tools;

  const happen = async (event: Event): Promise<null> => {
    const fault = await dispatcher.dispatch(event);
    if (fault) throw new RequestError(fault);
    return null;
  };

  const situation = async ({ state, trouble }: Loaded, asked: DayKey | null): Promise<Situation> => {
    const moment = now();
    const { categories, dayStart } = state.settings;
    const today = dayOf(moment, dayStart);
    const day = asked ?? today;
    const { open } = state.tracker;
    const past = trouble ? copied : store;
    const [totals, rocks] = await Promise.all([past.totalsOf(day), past.rocksBetween(day, day)]);
    const material = {
      day,
      today,
      zone: moment.zone,
      asOf: moment.at,
      dayStart,
      categories,
      open,
      totals,
      rocks,
    };
    return { state, moment, material, trouble };
  };

  const today = async (loaded: Loaded): Promise<Today> => {
    const { state, moment, material, trouble } = await situation(loaded, null);
    const report = dayReport(material);
    const { settings } = state;
    const [{ address }, origins, cairn] = await Promise.all([
      inFront(),
      grantedOrigins(),
      (trouble ? copied : store).rocksBetween(addDays(report.today, -6), report.today),
    ]);
    const listed = address === null ? null : siteFor(siteListOf(settings.sites), address);
    const total = report.sites.find(({ site }) => site === listed?.site);
    return {
      ...report,
      trouble,
      rock: rockOf(report.today, state.rock),
      unfinished: unfinishedBefore(report.today, state.rock),
      cairn,
      gate: gateAt(state, moment),
      workEndsAt: workEnd(moment, settings.workHours),
      workStartsAt: nextWorkStart(moment, settings.workHours),
      thisSite: listed && {
        site: listed.site,
        categoryName: settings.categories.find(({ id }) => id === listed.category)?.name ?? listed.category,
        time: total?.time ?? 0,
        blocked: blockedCategories(settings).has(listed.category) && gateAt(state, moment).blocked,
      },
      withoutAccess: sitesWithoutAccess(settings.sites, origins).length,
      isRestored: state.isRestored,
    };
  };

  const blocked = async (loaded: Loaded, address: string): Promise<Blocked> => {
    const { state, moment, material, trouble } = await situation(loaded, null);
    const { settings } = state;
    const web = webAddress(address);
    const site = web && siteFor(siteListOf(settings.sites), address);
    const { sites } = dayReport(material);
    return {
      trouble,
      address: web ? address : null,
      site: site?.site ?? null,
      blocked: blockerOf(state, moment)(address),
      rock: rockOf(material.today, state.rock),
      unfinished: unfinishedBefore(material.today, state.rock),
      question: settings.question,
      day: material.today,
      attempts: sites.reduce((all, { attempts }) => all + attempts, 0),
      siteTime: sites.find(each => each.site === site?.site)?.time ?? 0,
    };
  };

  return {
    readToday: () => dispatcher.inquire(today),
    pinRock: draft => happen({ type: 'rock-pinned', id: newId(), draft, ...now() }),
    pickUpRock: () => happen({ type: 'rock-picked-up', id: newId(), ...now() }),
    finishRock: () => happen({ type: 'rock-done', ...now() }),
    describeProgress: ({ movedForward }) => happen({ type: 'progress-described', movedForward, ...now() }),
    reopenRock: () => happen({ type: 'rock-reopened', ...now() }),
    acknowledgeRestore: () => happen({ type: 'restore-acknowledged', ...now() }),
    async readBlocked({ address }) {
      const reply = await dispatcher.inquire(loaded => blocked(loaded, address));
      // The page goes on at once where nothing blocks the address: then the browser's rules must say so too.
      if (!reply.blocked && reply.address !== null) await dispatcher.look('started');
      return reply;
    },
    async reportAttempt({ address }, { tabId }) {
      if (tabId !== null && (await hasStoodOpen(tabId))) return null;
      return happen({ type: 'address-blocked', id: newId(), address, ...now() });
    },
    async leaveBlockPage({ hasHistory }, { tabId }) {
      if (tabId !== null) await leaveTab(tabId, hasHistory);
      return null;
    },
    async readDay({ day }) {
      const asked = day === null ? null : dayKey(day);
      if (day !== null && asked === null) throw new RequestError('not-a-day');
      return dispatcher.inquire(async loaded => {
        const { material, trouble } = await situation(loaded, asked);
        return { ...dayReport(material), trouble };
      });
    },
    exportAll: () =>
      dispatcher.inquire(async ({ state, trouble }) => {
        if (trouble) throw new RequestError(trouble);
        const [rocks, visits, totals] = await Promise.all([
          store.allRocks(),
          store.allVisits(),
          store.allTotals(),
        ]);
        return exportOf({ ...now(), state, rocks, visits, totals });
      }),
    async importHistory({ file }) {
      const reading = readImport(file);
      if ('refused' in reading) return reading;
      const merging = await dispatcher.merge(reading.history);
      return 'refused' in merging ? merging : { imported: merging.summary };
    },
    async readSettings() {
      const { state, trouble } = await dispatcher.load();
      const origins = await grantedOrigins();
      const withoutAccess = sitesWithoutAccess(state.settings.sites, origins);
      const reply: SettingsAndAccess = { settings: state.settings, origins, withoutAccess, trouble };
      return reply;
    },
    editSettings: edit => happen({ type: 'settings-edited', edit, ...now() }),
  };
}
