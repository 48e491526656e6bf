import { revive } from '../browser/alarms';
import { keepSecured, type Secured } from '../browser/session';

/**
 * Sees to it that what was seen is taken in even if this run of the worker ends at the next line. Not waited for: what
 * the browser has been asked for it does, with or without the one who asked. Where it cannot, tracking goes on.
 */
export function secure(secured: Secured): void {
  keepSecured(secured).catch(() => undefined);
  // Hosts we were given access to are those of listed sites, so that nothing runs on any other page.
  if (secured.glimpses.some(({ address, behind }) => address !== null || behind !== null)) revive();
}
