import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PendingEdit } from '../../domain/cooling';
import type { Foreign } from '../../domain/foreign-file';
import { isGranted, originsOf } from '../../domain/origin';
import {
  originOf,
  type Pattern,
  type PatternFault,
  type PatternParts,
  parsePattern,
  partsOf,
} from '../../domain/pattern';
import type { CategoryId, Site } from '../../domain/settings';
import { type Client, faultOf } from '../../messages/client';
import type { Fault, SettingsAndAccess } from '../../messages/requests';
import { answersInOrder } from '../../ui/answers-in-order';
import { askedSettings, type Change, newlyPending } from './asked-settings';
import { oneAfterAnother } from './one-after-another';
import { MOST_AT_ONCE, type TakenOver, type TakeOver, takeOver } from './take-over';

/** Asks the browser for access to origins; false where it is declined. */
export type Allow = (origins: readonly string[]) => Promise<boolean>;

/** What was done last, to be said once. */
export type Notice =
  | { said: 'saved' | 'allowed' | 'not-allowed' | 'cancelled' }
  | { said: 'added' | 'moved' | 'listed' | 'added-without-access' | 'removed' | 'restored'; site: Site }
  | { said: 'waits'; edit: PendingEdit }
  | { said: 'fault'; fault: Fault };

/** How many were added of several, and what was not understood. */
export type AddedMany =
  | { added: number; left: readonly { line: string; fault: PatternFault }[] }
  | { fault: Fault };

export type Added = { added: true } | { added: false; fault: Fault | PatternFault };

/** Saves one change; the fault if it was refused. */
export type Save = (change: Change) => Promise<Fault | null>;

export interface SettingsState {
  view: SettingsAndAccess | null;
  /** Why the last reading failed. */
  fault: Fault | null;
  notice: Notice | null;
  read: () => Promise<void>;
  /** Reads again after every change of the background's state; returns how to stop that. */
  follow: () => () => void;
  dismiss: () => void;
  addSite: (text: string, category: CategoryId) => Promise<Added>;
  addSites: (text: string, category: CategoryId) => Promise<AddedMany>;
  /** To be called in the turn of a click; rejects where it is refused. */
  takeOver: (file: Foreign, wanted: TakeOver) => Promise<TakenOver>;
  removeSite: (site: Site) => Promise<void>;
  restoreSite: (site: Site) => Promise<void>;
  allowAll: () => Promise<void>;
  save: Save;
  /** Takes back a change that waits. */
  cancel: (id: string) => Promise<void>;
}

export type SettingsStore = StoreApi<SettingsState>;

export function createSettingsStore(client: Client, allow: Allow): SettingsStore {
  const ask = answersInOrder();
  const inTurn = oneAfterAnother();
  return createStore<SettingsState>((set, get) => {
    const say = (notice: Notice) => set({ notice });

    async function read(): Promise<void> {
      const counts = ask();
      const outcome = await client.readSettings({}).then(
        view => ({ view, fault: null }),
        error => ({ fault: faultOf(error) }),
      );
      if (counts()) set(outcome);
    }

    /** Each request waits for the one before, or two clicks in quick succession would undo each other. */
    const acted = (act: () => Promise<Notice>): Promise<Fault | null> =>
      inTurn(async () => {
        try {
          say(await act());
          return null;
        } catch (error) {
          return faultOf(error);
        }
      });

    /** What was refused is said, unless there is a place on the page for it. */
    const edited = (change: Change, noticeOf: (before: SettingsAndAccess) => Notice): Promise<Fault | null> =>
      acted(async () => {
        const before = await client.readSettings({});
        await client.editSettings(change(askedSettings(before)));
        await read();
        const waiting = newlyPending(before, get().view);
        return waiting ? { said: 'waits', edit: waiting } : noticeOf(before);
      });

    async function orSaid(acting: Promise<Fault | null>): Promise<void> {
      const fault = await acting;
      if (fault) say({ said: 'fault', fault });
    }

    // Browsers ask for permission only in the turn of the click, so this comes before anything is awaited. The site
    // is added while the question still stands: an answer that never comes must not lose it.
    async function addSite(text: string, category: CategoryId): Promise<Added> {
      const parsed = parsePattern(text);
      if ('fault' in parsed) return { added: false, fault: parsed.fault };
      const site = { pattern: parsed.parts.pattern, category };
      const access = lacksAccess(parsed.parts, get().view)
        ? allow([originOf(parsed.parts)]).catch(() => false)
        : null;
      const fault = await edited(
        () => ({ edit: 'add-site', ...site }),
        before => ({ said: whatAdding(site, before), site }),
      );
      if (fault) return { added: false, fault };
      if (access) void access.then(granted => afterAsking(granted, site));
      return { added: true };
    }

    /** Many at once, with one question of the browser. */
    async function addSites(text: string, category: CategoryId): Promise<AddedMany> {
      const lines = text.split(/[\s,;]+/).filter(line => line !== '');
      const readings = lines.map(line => ({ line, parsed: parsePattern(line) }));
      const left = readings.flatMap(({ line, parsed }) =>
        'fault' in parsed ? [{ line, fault: parsed.fault }] : [],
      );
      const parts = readings.flatMap(({ parsed }) => ('parts' in parsed ? [parsed.parts] : []));
      const lacking = parts.filter(each => lacksAccess(each, get().view)).map(originOf);
      const access = lacking.length > 0 ? allow([...new Set(lacking)]).catch(() => false) : null;
      const add = parts.map(({ pattern }) => ({ pattern, category }));
      const fault = await acted(async () => {
        for (let from = 0; from < add.length; from += MOST_AT_ONCE)
          await client.editSettings({
            edit: 'choose-sites',
            add: add.slice(from, from + MOST_AT_ONCE),
            remove: [],
          });
        return { said: 'saved' };
      });
      await access;
      await read();
      return fault ? { fault } : { added: add.length, left };
    }

    async function afterAsking(granted: boolean, site: Site): Promise<void> {
      if (!granted) say({ said: 'added-without-access', site });
      await read();
    }

    async function allowAll(): Promise<void> {
      const missing = get().view?.withoutAccess ?? [];
      const granted = await allow(originsOf(missing.map(pattern => ({ pattern })))).catch(() => false);
      say({ said: granted ? 'allowed' : 'not-allowed' });
      await read();
    }

    return {
      view: null,
      fault: null,
      notice: null,
      read,
      follow: () => client.onChanged(() => void read()),
      dismiss: () => set({ notice: null }),
      addSite,
      addSites,
      async takeOver(file, wanted) {
        const lacking = file.sites
          .map(({ pattern }) => partsOf(pattern))
          .filter(each => lacksAccess(each, get().view));
        const access =
          lacking.length > 0 ? allow([...new Set(lacking.map(originOf))]).catch(() => false) : null;
        const taken = await takeOver(client, file, wanted).finally(read);
        await access;
        await read();
        return taken;
      },
      removeSite: site =>
        orSaid(
          edited(
            () => ({ edit: 'remove-site', pattern: site.pattern }),
            () => ({ said: 'removed', site }),
          ),
        ),
      restoreSite: site =>
        orSaid(
          edited(
            () => ({ edit: 'add-site', ...site }),
            () => ({ said: 'restored', site }),
          ),
        ),
      allowAll,
      save: change => edited(change, () => ({ said: 'saved' })),
      cancel: id =>
        orSaid(
          acted(async () => {
            await client.cancelEdit({ id });
            await read();
            return { said: 'cancelled' };
          }),
        ),
    };
  });
}

/** Exceptions are left alone by the extension, so they need no access. */
const lacksAccess = ({ exception, pattern }: PatternParts, view: SettingsAndAccess | null): boolean =>
  !exception && !isGranted(pattern, view?.origins ?? []);

function whatAdding(site: Site, view: SettingsAndAccess): 'added' | 'moved' | 'listed' {
  const listed = categoryOf(site.pattern, view);
  if (listed === undefined) return 'added';
  return listed === site.category ? 'listed' : 'moved';
}

const categoryOf = (pattern: Pattern, view: SettingsAndAccess): CategoryId | undefined =>
  view.settings.sites.find(site => site.pattern === pattern)?.category;
