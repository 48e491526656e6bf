import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RockDraft } from '../../domain/rock';
import { type Client, faultOf } from '../../messages/client';
import type { Blocked, Fault } from '../../messages/requests';
import { answersInOrder } from '../../ui/answers-in-order';
import { oneAtATime } from '../../ui/one-at-a-time';

export interface BlockedState {
  /** Null until the background has answered. */
  reply: Blocked | null;
  unread: Fault | null;
  /** Why the last action without a field of its own was refused. */
  fault: Fault | null;
  pin: (draft: RockDraft) => Promise<Fault | null>;
  pickUp: () => Promise<void>;
  leave: () => Promise<void>;
}

export type BlockedStore = StoreApi<BlockedState>;

export interface Surroundings {
  /** Takes the tab to an address, without a way back to this page. */
  go: (address: string) => void;
  /** The page was reached by a navigation, not by a reload or through the history. */
  isFresh: boolean;
  /** There is a page before this one in the tab. */
  hasHistory: boolean;
}

/**
 * Reads at once and after every change, and goes on to the address as soon as it is not blocked: once from one load of
 * the page, and only to what the background has confirmed, never to what merely stands in this page's own address.
 */
export function createBlockedStore(
  client: Client,
  address: string,
  { go, isFresh, hasHistory }: Surroundings,
): BlockedStore {
  const ask = answersInOrder();
  let hasGone = false;
  let isAttemptDue = isFresh;

  const act = oneAtATime(() => read());
  const store = createStore<BlockedState>(set => ({
    reply: null,
    unread: null,
    fault: null,
    pin: draft => act(() => client.pinRock(draft)),
    pickUp: async () => set({ fault: await act(() => client.pickUpRock({})) }),
    leave: async () => set({ fault: await client.leaveBlockPage({ hasHistory }).catch(faultOf) }),
  }));

  async function read(): Promise<void> {
    if (hasGone) return;
    const counts = ask();
    const answer = await client.readBlocked({ address }).then(
      reply => ({ reply, unread: null }),
      error => ({ unread: faultOf(error) }),
    );
    if (hasGone || !counts()) return;
    store.setState(answer);
    if ('reply' in answer) follow(answer.reply);
  }

  function follow(reply: Blocked): void {
    if (isOpen(reply)) {
      hasGone = true;
      go(reply.address);
    } else if (isAttemptDue && reply.blocked && reply.site !== null) {
      // What went wrong with it is the background's to keep and to tell: `trouble` says so on the next reading.
      void client.reportAttempt({ address }).catch(() => undefined);
    }
    isAttemptDue = false;
  }

  client.onChanged(() => void read());
  void read();
  return store;
}

/** Whether there is an address of the web to go on to, and nothing blocks it. */
export function isOpen(reply: Blocked): reply is Blocked & { address: string } {
  return (
    !reply.blocked && reply.address !== null && /^https?:$/.test(URL.parse(reply.address)?.protocol ?? '')
  );
}
