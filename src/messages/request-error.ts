import type { Fault } from './requests';

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
