import { RequestError } from './request-error';
import type { Answer, Arguments, Reply, RequestName } from './requests';

/** The background as a page sees it: one function a request, and news that something has changed. */
export type Client = { [N in RequestName]: (args: Arguments<N>) => Promise<Reply<N>> } & {
  /** Calls `listener` after each change of the background's state; returns how to stop that. */
  onChanged: (listener: () => void) => () => void;
};

/** How a message gets to the background and back; handed in, so that tests need no browser. */
export interface Transport {
  send: (message: Message) => Promise<unknown>;
  onChanged: (listener: () => void) => () => void;
}

export interface Message {
  request: RequestName;
  args: unknown;
}

/** What each request does: a question can be asked again where no answer came, a change might be made twice. */
const KINDS: { [N in RequestName]: 'question' | 'change' } = {
  readToday: 'question',
  pinRock: 'change',
  swapRock: 'change',
  pickUpRock: 'change',
  finishRock: 'change',
  describeProgress: 'change',
  reopenRock: 'change',
  acknowledgeRestore: 'change',
  readBlocked: 'question',
  reportAttempt: 'change',
  askForPass: 'change',
  beginPass: 'change',
  answerPass: 'change',
  askToPutAside: 'change',
  putRockAside: 'change',
  stopWaiting: 'change',
  leaveBlockPage: 'change',
  readDay: 'question',
  readPeriod: 'question',
  keepReview: 'change',
  deleteHistory: 'change',
  exportAll: 'question',
  importHistory: 'change',
  readSettings: 'question',
  editSettings: 'change',
  cancelEdit: 'change',
};

/** Milliseconds after which a question is asked again: a background that is ending leaves it unanswered. */
const AGAIN_AFTER = [20, 200, 1000];

/** Rejects with a `RequestError` where the background refuses, or does not answer. */
export function createClient(transport: Transport): Client {
  const ask =
    <N extends RequestName>(request: N) =>
    async (args: Arguments<N>): Promise<Reply<N>> => {
      const pauses = KINDS[request] === 'question' ? AGAIN_AFTER : [];
      const answer = (await answered(transport, { request, args }, pauses)) as Answer<N> | undefined;
      if (!answer) throw new RequestError('unreachable');
      if ('fault' in answer) throw new RequestError(answer.fault);
      return answer.value;
    };
  const requests = Object.fromEntries(
    Object.keys(KINDS).map(name => [name, ask(name as RequestName)]),
  ) as unknown as Omit<Client, 'onChanged'>;
  return { ...requests, onChanged: transport.onChanged };
}

async function answered(transport: Transport, message: Message, pauses: readonly number[]): Promise<unknown> {
  const answer = await transport.send(message).catch(() => undefined);
  const [pause, ...further] = pauses;
  if (answer || pause === undefined) return answer;
  await new Promise(done => setTimeout(done, pause));
  return answered(transport, message, further);
}
