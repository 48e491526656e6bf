import type { Answer, Arguments, Fault, Reply, RequestName } from './requests';

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

/** A request that the background refused. */
export class RequestError extends Error {
  constructor(readonly fault: Fault) {
    super(fault);
    this.name = 'RequestError';
  }
}

/** The reason for which a request failed; anything that is no `RequestError` never reached the background. */
export const faultOf = (error: unknown): Fault =>
  error instanceof RequestError ? error.fault : 'unreachable';

const NAMES: { [N in RequestName]: true } = {
  readToday: true,
  pinRock: true,
  swapRock: true,
  pickUpRock: true,
  finishRock: true,
  describeProgress: true,
  reopenRock: true,
  acknowledgeRestore: true,
  readBlocked: true,
  reportAttempt: true,
  askForPass: true,
  beginPass: true,
  answerPass: true,
  askToPutAside: true,
  putRockAside: true,
  stopWaiting: true,
  leaveBlockPage: true,
  readDay: true,
  readPeriod: true,
  keepReview: true,
  deleteHistory: true,
  exportAll: true,
  importHistory: true,
  readSettings: true,
  editSettings: true,
  cancelEdit: true,
};

/** Rejects with a `RequestError` where the background refuses. */
export function createClient(transport: Transport): Client {
  const ask =
    <N extends RequestName>(request: N) =>
    async (args: Arguments<N>): Promise<Reply<N>> => {
      const answer = (await transport.send({ request, args })) as Answer<N> | undefined;
      if (!answer) throw new RequestError('unreachable');
      if ('fault' in answer) throw new RequestError(answer.fault);
      return answer.value;
    };
  const requests = Object.fromEntries(
    Object.keys(NAMES).map(name => [name, ask(name as RequestName)]),
  ) as unknown as Omit<Client, 'onChanged'>;
  return { ...requests, onChanged: transport.onChanged };
}
