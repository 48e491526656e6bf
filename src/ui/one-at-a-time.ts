import { faultOf } from '../messages/request-error';
import type { Fault } from '../messages/requests';

export type Act = (request: () => Promise<null>) => Promise<Fault | null>;

/**
 * Makes what a page's buttons do run one after the other. Resolves to why a request was refused, or null, once
 * `after` has run too; a second request while one is under way does nothing.
 */
export function oneAtATime(after: () => Promise<void>): Act {
  let isActing = false;
  return async request => {
    if (isActing) return null;
    isActing = true;
    const fault = await request().catch(faultOf);
    isActing = false;
    await after();
    return fault;
  };
}
