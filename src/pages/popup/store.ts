import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PassOutcome } from '../../domain/pass';
import type { RockDraft } from '../../domain/rock';
import { type Client, faultOf } from '../../messages/client';
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
  acknowledgeRestore: () => Promise<void>;
}

export type PopupStore = StoreApi<PopupState>;

/** Reads the day at once and after every change of it. */
export function createPopupStore(client: Client): PopupStore {
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
    acknowledgeRestore: async () => set({ fault: await act(() => client.acknowledgeRestore({})) }),
  }));

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
