import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SettingsEdit } from '../../domain/edit-settings';
import type { RockDraft } from '../../domain/rock';
import { type Client, faultOf } from '../../messages/client';
import type { Fault, SettingsAndAccess, Today } from '../../messages/requests';
import { type Changes, editOf, isTicked, linesOf, originsToAsk } from './choice';

/** What came of *Allow on these sites*; `sites` counts the ticked lines. */
export type Outcome = { allowed: boolean; sites: number } | { fault: Fault };

import { answersInOrder } from '../../ui/answers-in-order';

export interface WelcomeState {
  /** Null until the background has answered. */
  view: SettingsAndAccess | null;
  today: Today | null;
  unread: Fault | null;
  changes: Changes;
  outcome: Outcome | null;
  tick: (name: string, isTicked: boolean) => void;
  /** To be called in the turn of a click: the browser's question is an answer to one. */
  allowChosen: () => Promise<void>;
  edit: (edit: SettingsEdit) => Promise<Fault | null>;
  pin: (draft: RockDraft) => Promise<Fault | null>;
  pickUp: () => Promise<void>;
}

export type WelcomeStore = StoreApi<WelcomeState>;

/** `allow` asks the browser for host permissions, and says whether it gave them. */
export function createWelcomeStore(
  client: Client,
  allow: (origins: readonly string[]) => Promise<boolean>,
): WelcomeStore {
  const ask = answersInOrder();
  let isAsking = false;

  const store = createStore<WelcomeState>((set, get) => ({
    view: null,
    today: null,
    unread: null,
    changes: {},
    outcome: null,
    tick: (name, ticked) => set({ changes: { ...get().changes, [name]: ticked }, outcome: null }),
    allowChosen,
    edit: edit => act(() => client.editSettings(edit)),
    pin: draft => act(() => client.pinRock(draft)),
    pickUp: async () => set({ unread: await act(() => client.pickUpRock({})) }),
  }));

  async function allowChosen(): Promise<void> {
    const { view, changes } = store.getState();
    if (!view || isAsking) return;
    const { settings, origins } = view;
    const missing = originsToAsk(settings, changes, origins);
    // Nothing may be awaited before this: the click would be over.
    const answer = missing.length > 0 ? allow(missing) : Promise.resolve(true);
    isAsking = true;
    store.setState({ outcome: null });
    const sites = linesOf(settings).filter(line => isTicked(line, settings, changes)).length;
    const allowed = await answer;
    // Also after a refusal: the sites stand on the list and wait for the permission, which can be given at any time.
    const fault = await act(() =>
      client.editSettings({ edit: 'choose-sites', ...editOf(settings, changes) }),
    );
    isAsking = false;
    store.setState(fault ? { outcome: { fault } } : { outcome: { allowed, sites }, changes: {} });
  }

  // Answers may overtake each other: only those to the last question count.
  async function read(): Promise<void> {
    const counts = ask();
    const answers = await Promise.all([client.readSettings({}), client.readToday({})]).then(
      ([view, today]) => ({ view, today, unread: null }),
      error => ({ unread: faultOf(error) }),
    );
    if (counts()) store.setState(answers);
  }

  /** Why it was refused, or null. */
  async function act(request: () => Promise<null>): Promise<Fault | null> {
    const fault = await request().catch(faultOf);
    await read();
    return fault;
  }

  client.onChanged(() => void read());
  void read();
  return store;
}
