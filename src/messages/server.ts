import * as v from 'valibot';
import { RequestError } from './request-error';
import type { Answer, Arguments, Reply, RequestName } from './requests';
import { SHAPES } from './shapes';

/** The tab a request came from, where it came from one. */
export interface Asker {
  tabId: number | null;
}

/** An answer to every request; one that is missing does not compile. */
export type Handlers = {
  [N in RequestName]: (args: Arguments<N>, asker: Asker) => Promise<Reply<N>>;
};

/**
 * Answers a message of any shape. Never rejects: what is malformed, refused or went wrong becomes an answer with a
 * fault, so that the asker always learns why.
 */
export async function answer(
  handlers: Handlers,
  message: unknown,
  asker: Asker,
): Promise<Answer<RequestName>> {
  const name = requestName(message);
  if (!name) return { fault: 'malformed' };
  const args = v.safeParse(SHAPES[name], (message as { args?: unknown }).args);
  if (!args.success) return { fault: 'malformed' };
  try {
    // The shape of the arguments belongs to the handler of the same name, which the compiler cannot see here.
    const handler = handlers[name] as (args: unknown, asker: Asker) => Promise<Reply<RequestName>>;
    return { value: await handler(args.output, asker) };
  } catch (error) {
    return { fault: error instanceof RequestError ? error.fault : 'internal' };
  }
}

function requestName(message: unknown): RequestName | null {
  if (typeof message !== 'object' || message === null || !('request' in message)) return null;
  const { request } = message;
  return typeof request === 'string' && Object.hasOwn(SHAPES, request) ? (request as RequestName) : null;
}
