import { isSameSettings } from '../../domain/stricter';
import type { Client } from '../../messages/client';
import { faultOf } from '../../messages/request-error';
import type { Fault, SettingsAndAccess } from '../../messages/requests';
import { answersInOrder } from '../../ui/answers-in-order';
import { askedSettings, type Change, newlyPending } from '../../ui/asked-settings';
import { oneAfterAnother } from '../../ui/one-after-another';
import type { Said } from './notice';
import { type Undo, undoOf } from './undo';

/** The settings as the page shows them. */
interface Held {
  view: SettingsAndAccess | null;
  /** Why the last reading failed. */
  fault: Fault | null;
}

/** How changes are made: in turn, each on what the one before has made, and read again after each. */
export function createChanges(
  client: Client,
  held: () => Held,
  show: (read: Partial<Held>) => void,
  say: (said: Said, undo: Undo) => void,
) {
  const ask = answersInOrder();
  const inTurn = oneAfterAnother();

  /** What was read, which is shown unless something newer is; null where that failed, and is said. */
  async function read(): Promise<SettingsAndAccess | null> {
    const counts = ask();
    const outcome = await client.readSettings({}).then(
      view => ({ view, fault: null }),
      error => ({ fault: faultOf(error) }),
    );
    if (counts()) show(outcome);
    return 'view' in outcome ? outcome.view : null;
  }

  /**
   * What holds, as far as it is known here: it is read after every change. A page that is being closed could not wait
   * for an answer before it says what was typed.
   */
  const shown = async (): Promise<SettingsAndAccess> => {
    const { view, fault } = held();
    return view && fault === null ? view : client.readSettings({});
  };

  /** Each request waits for the one before, or two clicks in quick succession would undo each other. */
  const acted = (act: () => Promise<void>): Promise<Fault | null> =>
    inTurn(async () => {
      const fault = await act().then(() => null, faultOf);
      // One that was not answered may have been made.
      if (fault) await read();
      return fault;
    });

  /** Makes the changes and says what has come of them, `said` unless they have to wait. */
  async function make(edits: Undo, before: SettingsAndAccess, said: Said, undo: Undo): Promise<void> {
    for (const edit of edits) await client.editSettings(edit);
    const after = await read();
    const waiting = newlyPending(before, after);
    const isChanged = after !== null && !isSameSettings(askedSettings(before), askedSettings(after));
    say(waiting ? { said: 'waits', edit: waiting } : said, isChanged ? undo : []);
  }

  /** What was refused is said, unless there is a place on the page for it. */
  const edited = (change: Change, saidOf: (before: SettingsAndAccess) => Said): Promise<Fault | null> =>
    acted(async () => {
      const before = await shown();
      const asked = askedSettings(before);
      const edit = change(asked);
      await make([edit], before, saidOf(before), undoOf(edit, asked));
    });

  return { read, shown, acted, make, edited };
}
