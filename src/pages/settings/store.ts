import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Foreign } from '../../domain/foreign-file';
import { originsOf, sitesWithoutAccess } from '../../domain/origin';
import { type Pattern, type PatternFault, parsePattern } from '../../domain/pattern';
import type { CategoryId, Site } from '../../domain/settings';
import type { Client } from '../../messages/client';
import { RequestError } from '../../messages/request-error';
import type { Fault, SettingsAndAccess } from '../../messages/requests';
import { askedSettings, type Change } from '../../ui/asked-settings';
import { createChanges } from './changes';
import { inChoices, type Misread, readMany } from './many-sites';
import { type Notice, type Said, whatAdding } from './notice';
import { editsOf, type TakenOver, type TakeOver, takeDays } from './take-over';
import { type Undo, undoOfAdding } from './undo';

/** Asks the browser for access to origins; false where it is declined. */
export type Allow = (origins: readonly string[]) => Promise<boolean>;

/** What was not understood of several sites, or why none was added; how many were is said as a notice. */
export type AddedMany = { left: readonly Misread[] } | { fault: Fault };

export type Added = { added: true } | { added: false; fault: Fault | PatternFault };

/** Saves one change; the fault if it was refused. */
export type Save = (change: Change) => Promise<Fault | null>;

export interface SettingsState {
  view: SettingsAndAccess | null;
  /** Why the last reading failed. */
  fault: Fault | null;
  notice: Notice | null;
  /** What takes back what was done last, also when that is said no longer. */
  undoable: Undo;
  read: () => Promise<void>;
  /** Reads again after every change of the background's state; returns how to stop that. */
  follow: () => () => void;
  dismiss: () => void;
  addSite: (text: string, category: CategoryId) => Promise<Added>;
  addSites: (text: string, category: CategoryId) => Promise<AddedMany>;
  /** To be called in the turn of a click; rejects where it is refused. */
  takeOver: (file: Foreign, wanted: TakeOver) => Promise<TakenOver>;
  removeSite: (site: Site) => Promise<void>;
  /** Makes something again what it was. */
  undo: (edits: Undo) => Promise<void>;
  allowAll: () => Promise<void>;
  save: Save;
  /** Takes back a change that waits. */
  cancel: (id: string) => Promise<void>;
}

export type SettingsStore = StoreApi<SettingsState>;

export function createSettingsStore(client: Client, allow: Allow): SettingsStore {
  return createStore<SettingsState>((set, get) => {
    const say = (said: Said, undo: Undo = []) => set({ notice: { ...said, undo }, undoable: undo });

    const { read, shown, acted, make, edited } = createChanges(client, get, set, say);

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
      const access = askFor([parsed.parts]);
      let undo: Undo = [];
      const fault = await edited(
        () => ({ edit: 'add-site', ...site }),
        before => {
          undo = undoOfAdding([site], askedSettings(before));
          return { said: whatAdding(site, before), site };
        },
      );
      if (fault) return { added: false, fault };
      if (access) void access.then(granted => afterAsking(granted, site, undo));
      return { added: true };
    }

    /** Many at once, with one question of the browser. */
    async function addSites(text: string, category: CategoryId): Promise<AddedMany> {
      const { understood, left } = readMany(text);
      if (understood.length + left.length === 0) return { fault: 'empty' };
      const access = askFor(understood);
      const add = understood.map(({ pattern }) => ({ pattern, category }));
      const fault = await acted(async () => {
        if (add.length === 0) return;
        const before = await shown();
        const listed = new Map(before.settings.sites.map(({ pattern, category }) => [pattern, category]));
        const count = add.filter(({ pattern, category }) => listed.get(pattern) !== category).length;
        const said = { said: 'added-many', count } as const;
        await make(inChoices({ add, remove: [] }), before, said, undoOfAdding(add, askedSettings(before)));
      });
      if (access) void access.then(read);
      return fault ? { fault } : { left };
    }

    /** Asks the browser for what it has not granted yet; null where nothing is lacking. */
    function askFor(sites: readonly Pick<Site, 'pattern'>[]): Promise<boolean> | null {
      const lacking = sitesWithoutAccess(sites, get().view?.origins ?? []);
      return lacking.length > 0 ? askForAll(lacking) : null;
    }

    const askForAll = (patterns: readonly Pattern[]): Promise<boolean> =>
      allow(originsOf(patterns.map(pattern => ({ pattern })))).catch(() => false);

    async function afterAsking(granted: boolean, site: Site, undo: Undo): Promise<void> {
      if (!granted) say({ said: 'added-without-access', site }, undo);
      await read();
    }

    async function allowAll(): Promise<void> {
      const granted = await askForAll(get().view?.withoutAccess ?? []);
      say({ said: granted ? 'allowed' : 'not-allowed' });
      await read();
    }

    return {
      view: null,
      fault: null,
      notice: null,
      undoable: [],
      read: async () => void (await read()),
      follow: () => client.onChanged(() => void read()),
      dismiss: () => set({ notice: null }),
      addSite,
      addSites,
      async takeOver(file, wanted) {
        const access = askFor(file.sites);
        const fault = await acted(async () => {
          const before = await shown();
          const { edits, undo } = editsOf(file, wanted, askedSettings(before));
          if (edits.length > 0) await make(edits, before, { said: 'saved' }, undo);
        });
        if (fault) throw new RequestError(fault);
        if (access) void access.then(read);
        return takeDays(client, file);
      },
      removeSite: site =>
        orSaid(
          edited(
            () => ({ edit: 'remove-site', pattern: site.pattern }),
            () => ({ said: 'removed', site }),
          ),
        ),
      undo: edits => orSaid(acted(async () => make(edits, await shown(), { said: 'undone' }, []))),
      allowAll,
      save: change => edited(change, () => ({ said: 'saved' })),
      cancel: id =>
        orSaid(
          acted(async () => {
            await client.cancelEdit({ id });
            await read();
            say({ said: 'cancelled' });
          }),
        ),
    };
  });
}
