import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Awaited } from '../../domain/door';
import type { PassMinutes, PassOutcome } from '../../domain/pass';
import type { RockDraft } from '../../domain/rock';
import type { Client } from '../../messages/client';
import { faultOf } from '../../messages/request-error';
import type { Blocked, Fault } from '../../messages/requests';
import { answersInOrder } from '../../ui/answers-in-order';
import { oneAtATime } from '../../ui/one-at-a-time';
import { beginner } from './beginner';

export interface BlockedState {
  /** Null until the background has answered. */
  reply: Blocked | null;
  unread: Fault | null;
  /** Why the last action without a field of its own was refused. */
  fault: Fault | null;
  /** As in `Surroundings`. */
  isFresh: boolean;
  pin: (draft: RockDraft) => Promise<Fault | null>;
  pickUp: () => Promise<void>;
  askForPass: (draft: PurposeDraft) => Promise<Fault | null>;
  answerPass: (id: string, outcome: PassOutcome) => Promise<void>;
  askToPutAside: (sentence: string) => Promise<Fault | null>;
  putAside: () => Promise<void>;
  stopWaiting: (what: Awaited) => Promise<void>;
  leave: () => Promise<void>;
  onPassHere: Surroundings['onPassHere'];
}

export type BlockedStore = StoreApi<BlockedState>;

export interface PurposeDraft {
  purpose: string;
  minutes: PassMinutes;
}

export interface Surroundings {
  /** Takes the tab to an address, without a way back to this page. */
  go: (address: string) => void;
  /** The page was reached by a navigation, not by a reload or through the history. */
  isFresh: boolean;
  /** There is a page before this one in the tab. */
  hasHistory: boolean;
  /** Calls back when the person asks by the keyboard to be here on purpose. */
  onPassHere: (listener: () => void) => void;
}

/** A background that could not answer may be able to soon, and nothing tells of that. Milliseconds. */
const ASK_AGAIN = 2000;

/**
 * Reads at once and after every change, and goes on to the address as soon as it is not blocked: once from one load of
 * the page, and only to what the background has confirmed, never to what merely stands in this page's own address.
 */
export function createBlockedStore(
  client: Client,
  address: string,
  { go, isFresh, hasHistory, onPassHere }: Surroundings,
): BlockedStore {
  const ask = answersInOrder();
  let hasGone = false;
  let isAttemptDue = isFresh;
  let isFirst = true;

  const act = oneAtATime(() => read());
  const store = createStore<BlockedState>(set => ({
    reply: null,
    unread: null,
    fault: null,
    isFresh,
    pin: draft => act(() => client.pinRock(draft)),
    pickUp: async () => set({ fault: await act(() => client.pickUpRock({})) }),
    askForPass(draft) {
      set({ fault: null });
      return act(() => client.askForPass({ address, ...draft }));
    },
    answerPass: async (id, outcome) => set({ fault: await act(() => client.answerPass({ id, outcome })) }),
    askToPutAside: sentence => act(() => client.askToPutAside({ sentence })),
    putAside: async () => set({ fault: await act(() => client.putRockAside({})) }),
    stopWaiting,
    onPassHere,
    async leave() {
      // Going back leaves the tab as it is: whoever comes here again in it must not find the site opening by itself.
      if (store.getState().reply?.door.asked) await stopWaiting('pass');
      set({ fault: await client.leaveBlockPage({ hasHistory }).catch(faultOf) });
    },
  }));

  const beginAt = beginner(async () => {
    const fault = await client.beginPass({}).catch(faultOf);
    if (fault === 'too-early' || fault === 'unreachable') return 'again';
    if (fault) await stopWaiting('pass');
    store.setState({ fault });
    await read();
    return 'begun';
  });

  async function stopWaiting(what: Awaited): Promise<void> {
    const { reply } = store.getState();
    if (reply) store.setState({ fault: null, reply: withoutWait(reply, what) });
    beginAt(store.getState().reply?.door.asked?.opensAt ?? null);
    const fault = await client.stopWaiting({ what }).catch(faultOf);
    if (fault) store.setState({ fault });
  }

  async function read(): Promise<void> {
    if (hasGone) return;
    const counts = ask();
    const answer = await client.readBlocked({ address }).then(
      reply => ({ reply, unread: null }),
      error => ({ unread: faultOf(error) }),
    );
    if (hasGone || !counts()) return;
    const isTakenOver = 'reply' in answer && isWaitLost(store.getState().reply, answer.reply);
    store.setState(isTakenOver ? { ...answer, fault: 'nothing-asked-for' } : answer);
    if ('reply' in answer) follow(answer.reply);
    else if (store.getState().reply === null) setTimeout(() => void read(), ASK_AGAIN);
  }

  function follow(reply: Blocked): void {
    const { asked } = reply.door;
    if (isOpen(reply)) {
      hasGone = true;
      go(reply.address);
    } else if (isAttemptDue && reply.blocked && reply.site !== null) {
      // What went wrong with it is the background's to keep and to tell: `trouble` says so on the next reading.
      void client.reportAttempt({ address }).catch(() => undefined);
    }
    isAttemptDue = false;
    // Who left while waiting, and comes again when the wait is long over, has not asked to go in now.
    const isForgotten = isFirst && isFresh && asked !== null && asked.opensAt <= Date.now();
    isFirst = false;
    if (isForgotten) void stopWaiting('pass');
    else beginAt(reply.blocked && asked ? asked.opensAt : null);
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

/** What this tab waited for is waited for in another now. */
const isWaitLost = (before: Blocked | null, after: Blocked): boolean =>
  after.blocked && before !== null && before.door.asked !== null && after.door.asked === null;

function withoutWait(reply: Blocked, what: Awaited): Blocked {
  const rest = what === 'pass' ? { asked: null } : { asideOpensAt: null };
  return { ...reply, door: { ...reply.door, ...rest } };
}
