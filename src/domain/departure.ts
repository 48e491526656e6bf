import type { Observation } from './observation';
import type { Reach } from './reach';
import { type Duration, type Instant, instant, SECOND } from './time';
import type { OpenVisit } from './visit';

/** How exactly the end of a tab's sound and that of idleness held off by it come together. */
const ECHO: Duration = SECOND / 2;

/** Where a visit ends: where it reached, or when the person left, at the last input or when the sound stopped. */
export function endOf(open: OpenVisit, seen: Observation, { reached, now }: Reach) {
  if (seen.presence !== 'idle' || now === null) return { end: reached, bySound: false };
  const touchedAt = Math.max(open.startedAt, touchedUntil(open, seen, now));
  const heardAt = heardUntil(open, seen, reached) ?? open.startedAt;
  const end = instant(Math.min(reached, Math.max(touchedAt, heardAt)));
  return { end, bySound: open.audible || heardAt > touchedAt };
}

/**
 * When somebody last touched anything. While a tab plays, some systems hold idleness off, and count it from when the
 * browser lets go; that is when it has ceased to call the tab audible, and no touch.
 */
function touchedUntil(open: OpenVisit, { idleFor, linger }: Observation, now: Instant): Instant {
  const touchedAt = instant(now - idleFor);
  const isEcho = open.soundAt !== null && Math.abs(touchedAt - linger - open.soundAt) < ECHO;
  return isEcho && linger > 0 ? open.startedAt : touchedAt;
}

/** Until when there was sound: sound that has just stopped was heard until now, but for what the browser adds. */
export function heardUntil(open: OpenVisit, { site, linger }: Observation, now: Instant): Instant | null {
  const hasStopped = open.audible && site?.site === open.site && !site.audible;
  if (hasStopped) return instant(now - linger);
  return open.audible ? now : open.soundAt;
}
