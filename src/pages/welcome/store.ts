import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PendingEdit } from '../../domain/cooling';
import type { SettingsEdit, SiteChoice } from '../../domain/edit-settings';
import type { RockDraft } from '../../domain/rock';
import type { Settings } from '../../domain/settings';
import type { Client } from '../../messages/client';
import { faultOf } from '../../messages/request-error';
import type { Fault, SettingsAndAccess, Today } from '../../messages/requests';
import { answersInOrder } from '../../ui/answers-in-order';
import { askedSettings, newlyPending } from '../../ui/asked-settings';
import { type SaveGuess, withGuess } from '../../ui/guess-fields';
import { oneAfterAnother } from '../../ui/one-after-another';
import { type Changes, editOf, isTicked, type Line, linesOf, originsToAsk } from './choice';

/** What came of a change: why it was refused, or what of it has to wait. */
export type Kept = { fault: Fault } | { waits: PendingEdit } | 'saved';

/** What came of *Allow on these sites*, with how many lines are ticked; or of a tick, where that is worth a word. */
export type Outcome = { allowed: boolean; sites: number } | Exclude<Kept, 'saved'>;

export interface WelcomeState {
  /** Null until the background has answered. */
  view: SettingsAndAccess | null;
  today: Today | null;
  unread: Fault | null;
  /** What is being ticked otherwise than the settings have it. */
  changes: Changes;
  /** Sites of the person's own that were taken off the list here, and can be put back. */
  unlisted: readonly Line[];
  outcome: Outcome | null;
  /** Puts the sites of a line on the list, or takes them off. */
  tick: (line: Line, isTicked: boolean) => Promise<void>;
  /** To be called in the turn of a click: the browser's question is an answer to one. */
  allowChosen: () => Promise<void>;
  edit: (edit: SettingsEdit) => Promise<Kept>;
  guess: SaveGuess;
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
  const inTurn = oneAfterAnother();
  let isAsking = false;

  const store = createStore<WelcomeState>(set => ({
    view: null,
    today: null,
    unread: null,
    changes: {},
    unlisted: [],
    outcome: null,
    tick,
    allowChosen,
    edit: edit => kept(() => edit),
    guess: (category, minutes) =>
      kept(({ guesses }) => ({ edit: 'set-guesses', guesses: withGuess(guesses, category, minutes) })).then(
        faultIn,
      ),
    pin: draft => act(() => client.pinRock(draft)),
    pickUp: async () => set({ unread: await act(() => client.pickUpRock({})) }),
  }));

  async function tick(line: Line, ticked: boolean): Promise<void> {
    const { changes, unlisted } = store.getState();
    const isLeft = !line.isPreset && !unlisted.some(({ name }) => name === line.name);
    store.setState({
      changes: { ...changes, [line.name]: ticked },
      unlisted: isLeft ? [...unlisted, line] : unlisted,
      outcome: null,
    });
    const came = await kept(asked => ({
      edit: 'choose-sites',
      ...editOf(asked, { [line.name]: ticked }, store.getState().unlisted),
    }));
    const { [line.name]: latest, ...others } = store.getState().changes;
    if (latest === ticked) store.setState({ changes: others });
    if (came !== 'saved') store.setState({ outcome: came });
  }

  async function allowChosen(): Promise<void> {
    const { view, changes, unlisted } = store.getState();
    if (!view || isAsking) return;
    const asked = askedSettings(view);
    const missing = originsToAsk(asked, changes, unlisted, view.origins);
    // Nothing may be awaited before this: the click would be over. The sites stand on the list already, and wait there
    // for the permission, which can be given at any time.
    const answer = missing.length > 0 ? allow(missing) : Promise.resolve(true);
    isAsking = true;
    store.setState({ outcome: null });
    const sites = linesOf(asked, unlisted).filter(line => isTicked(line, asked, changes)).length;
    const allowed = await answer.catch(() => false);
    isAsking = false;
    await read();
    store.setState({ outcome: { allowed, sites } });
  }

  // Answers may overtake each other: only those to the last question count.
  async function read(): Promise<SettingsAndAccess | null> {
    const counts = ask();
    const answers = await Promise.all([client.readSettings({}), client.readToday({})]).then(
      ([view, today]) => ({ view, today, unread: null }),
      error => ({ unread: faultOf(error) }),
    );
    if (counts()) store.setState(answers);
    return 'view' in answers ? answers.view : null;
  }

  /** Why it was refused, or null. */
  async function act(request: () => Promise<null>): Promise<Fault | null> {
    const fault = await request().catch(faultOf);
    await read();
    return fault;
  }

  /** Each change is built on what the one before has made; it is read by then, and a page that closes cannot wait. */
  const kept = (change: (asked: Settings) => SettingsEdit | SiteChoice): Promise<Kept> =>
    inTurn(async () => {
      const { view, unread } = store.getState();
      const before = view && unread === null ? view : await client.readSettings({});
      const fault = await client.editSettings(change(askedSettings(before))).catch(faultOf);
      // One that was not answered may have been made.
      const after = await read();
      if (fault) return { fault };
      const waits = newlyPending(before, after);
      return waits ? { waits } : 'saved';
    }).catch(error => ({ fault: faultOf(error) }));

  client.onChanged(() => void read());
  void read();
  return store;
}

/** Why it was refused, or null. */
export const faultIn = (came: Kept): Fault | null =>
  came !== 'saved' && 'fault' in came ? came.fault : null;
