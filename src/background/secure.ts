import { revive } from '../browser/alarms';
import type { Glimpse } from '../browser/look-around';
import { keepGlimpses } from '../browser/session';

/**
 * Sees to it that what was seen is taken in even if this run of the worker ends at the next line. Not waited for: what
 * the browser has been asked for it does, with or without the one who asked. Where it cannot, tracking goes on.
 */
export function secure(glimpses: readonly Glimpse[]): void {
  keepGlimpses(glimpses).catch(() => undefined);
  // Hosts we were given access to are those of listed sites, so that nothing runs on any other page.
  if (glimpses.some(({ address }) => address !== null)) revive();
}
