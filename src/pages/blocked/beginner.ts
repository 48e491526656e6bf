import { type Duration, type Instant, SECOND } from '../../domain/time';

/** A timer may go off a little before the clock says so, and the background goes by the clock. */
const MARGIN: Duration = 30;

/**
 * Begins what was waited for when the wait is over: once for a wait, however often it is told of, unless `begin` says
 * that it has to be tried again. Null calls it off.
 */
export function beginner(begin: () => Promise<'begun' | 'again'>): (opensAt: Instant | null) => void {
  let due: Instant | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tryAt = (opensAt: Instant, delay: Duration): void => {
    timer = setTimeout(async () => {
      if ((await begin()) === 'again' && due === opensAt) tryAt(opensAt, SECOND);
    }, delay);
  };

  return opensAt => {
    if (opensAt === due) return;
    clearTimeout(timer);
    due = opensAt;
    if (opensAt !== null) tryAt(opensAt, Math.max(0, opensAt - Date.now()) + MARGIN);
  };
}
