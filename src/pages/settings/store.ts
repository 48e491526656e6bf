import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SettingsEdit } from '../../domain/edit-settings';
import { isGranted, originsOf } from '../../domain/origin';
import {
  originOf,
  type Pattern,
  type PatternFault,
  type PatternParts,
  parsePattern,
} from '../../domain/pattern';
import type { CategoryId, Site } from '../../domain/settings';
import { type Client, faultOf } from '../../messages/client';
import type { Fault, SettingsAndAccess } from '../../messages/requests';

/** Asks the browser for access to origins; false where it is declined. */
export type Allow = (origins: readonly string[]) => Promise<boolean>;

/** What was done last, to be said once. */
export type Notice =
  | { said: 'saved' | 'allowed' | 'not-allowed' }
  | { said: 'added' | 'moved' | 'listed' | 'added-without-access' | 'removed' | 'restored'; site: Site }
  | { said: 'fault'; fault: Fault };

export type Added = { added: true } | { added: false; fault: Fault | PatternFault };

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
  removeSite: (site: Site) => Promise<void>;
  restoreSite: (site: Site) => Promise<void>;
  allowAll: () => Promise<void>;
  /** Saves one change; the fault if it was refused. */
  save: (edit: SettingsEdit) => Promise<Fault | null>;
}

export type SettingsStore = StoreApi<SettingsState>;

export function createSettingsStore(client: Client, allow: Allow): SettingsStore {
  let readings = 0;
  return createStore<SettingsState>((set, get) => {
    const say = (notice: Notice) => set({ notice });

    async function read(): Promise<void> {
      // Answers may come in another order than they were asked for: only the last one counts.
      const reading = ++readings;
      const outcome = await client.readSettings({}).then(
        view => ({ view, fault: null }),
        error => ({ fault: faultOf(error) }),
      );
      if (reading === readings) set(outcome);
    }

    /** What was refused is said, unless there is a place on the page for it. */
    async function edited(edit: SettingsEdit, notice: Notice): Promise<Fault | null> {
      try {
        await client.editSettings(edit);
      } catch (error) {
        return faultOf(error);
      }
      say(notice);
      await read();
      return null;
    }

    async function editedOrSaid(edit: SettingsEdit, notice: Notice): Promise<void> {
      const fault = await edited(edit, notice);
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
      const fault = await edited({ edit: 'add-site', ...site }, { said: whatAdding(site, get().view), site });
      if (fault) return { added: false, fault };
      if (access) void access.then(granted => afterAsking(granted, site));
      return { added: true };
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
      removeSite: site =>
        editedOrSaid({ edit: 'remove-site', pattern: site.pattern }, { said: 'removed', site }),
      restoreSite: site => editedOrSaid({ edit: 'add-site', ...site }, { said: 'restored', site }),
      allowAll,
      save: edit => edited(edit, { said: 'saved' }),
    };
  });
}

/** Exceptions are left alone by the extension, so they need no access. */
const lacksAccess = ({ exception, pattern }: PatternParts, view: SettingsAndAccess | null): boolean =>
  !exception && !isGranted(pattern, view?.origins ?? []);

function whatAdding(site: Site, view: SettingsAndAccess | null): 'added' | 'moved' | 'listed' {
  const listed = categoryOf(site.pattern, view);
  if (listed === undefined) return 'added';
  return listed === site.category ? 'listed' : 'moved';
}

const categoryOf = (pattern: Pattern, view: SettingsAndAccess | null): CategoryId | undefined =>
  view?.settings.sites.find(site => site.pattern === pattern)?.category;
