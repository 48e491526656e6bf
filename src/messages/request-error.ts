import type { Fault } from './requests';

/** A request that the background refused or did not answer. */
export class RequestError extends Error {
  constructor(readonly fault: Fault) {
    super(fault);
    this.name = 'RequestError';
  }
}

/** The reason for which a request failed. */
export const faultOf = (error: unknown): Fault =>
  error instanceof RequestError ? error.fault : 'unreachable';
