import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PassOutcome } from '../../domain/pass';
import { originOf, parsePattern } from '../../domain/pattern';
import type { RockDraft } from '../../domain/rock';
import type { CategoryId } from '../../domain/settings';
import type { Client } from '../../messages/client';
import { faultOf } from '../../messages/request-error';
import type { Fault, Today } from '../../messages/requests';
import { answersInOrder } from '../../ui/answers-in-order';
import { oneAtATime } from '../../ui/one-at-a-time';

export interface PopupState {
  /** Null until the background has answered. */
  today: Today | null;
  /** Why the day could not be read; the one read last stays. */
  unread: Fault | null;
  /** Why the last action without a field of its own was refused. */
  fault: Fault | null;
  /** The rock was marked done just now, in this popup: its stone comes down before one's eyes. */
  isLaying: boolean;
  pin: (draft: RockDraft) => Promise<Fault | null>;
  swap: (draft: RockDraft) => Promise<Fault | null>;
  describe: (movedForward: string) => Promise<Fault | null>;
  pickUp: () => Promise<void>;
  finish: () => Promise<void>;
  reopen: () => Promise<void>;
  answerPass: (id: string, outcome: PassOutcome) => Promise<void>;
  /** To be called in the turn of a click: the browser is asked for access first. */
  addSite: (pattern: string, category: CategoryId) => Promise<Fault | null>;
  acknowledgeRestore: () => Promise<void>;
}

export type PopupStore = StoreApi<PopupState>;

/** Reads the day at once and after every change of it. */
export function createPopupStore(
  client: Client,
  allow: (origins: readonly string[]) => Promise<boolean>,
): PopupStore {
  const ask = answersInOrder();

  const act = oneAtATime(() => read());
  const store = createStore<PopupState>(set => ({
    today: null,
    unread: null,
    fault: null,
    isLaying: false,
    pin: draft => act(() => client.pinRock(draft)),
    swap: draft => act(() => client.swapRock(draft)),
    describe: movedForward => act(() => client.describeProgress({ movedForward })),
    pickUp: async () => set({ fault: await act(() => client.pickUpRock({})) }),
    finish: async () => set({ isLaying: true, fault: await act(() => client.finishRock({})) }),
    reopen: async () => set({ isLaying: false, fault: await act(() => client.reopenRock({})) }),
    answerPass: async (id, outcome) => set({ fault: await act(() => client.answerPass({ id, outcome })) }),
    addSite,
    acknowledgeRestore: async () => set({ fault: await act(() => client.acknowledgeRestore({})) }),
  }));

  // The site is added while the browser's question still stands: that may close the popup.
  async function addSite(text: string, category: CategoryId): Promise<Fault | null> {
    const parsed = parsePattern(text);
    if ('fault' in parsed) return parsed.fault;
    const asking = allow([originOf(parsed.parts)]).catch(() => false);
    const { pattern } = parsed.parts;
    const fault = await act(() => client.editSettings({ edit: 'add-site', pattern, category }));
    await asking;
    return fault;
  }

  async function read(): Promise<void> {
    const counts = ask();
    const answer = await client.readToday({}).then(
      today => ({ today, unread: null }),
      error => ({ unread: faultOf(error) }),
    );
    if (counts()) store.setState(answer);
  }

  client.onChanged(() => void read());
  void read();
  return store;
}
