import { useEffect } from 'preact/hooks';
import { type Instant, SECOND } from '../../domain/time';

const CONFIRM_AFTER = 30 * SECOND;

/** Asks the background again from time to time while something grows: the page only guesses that it still runs. */
export function useConfirmed(
  { running, asOf }: { running: unknown; asOf: Instant },
  now: Instant,
  read: () => Promise<void>,
): void {
  const due = running === null ? 0 : Math.floor((now - asOf) / CONFIRM_AFTER);
  useEffect(() => {
    if (due > 0) void read();
  }, [due, read]);
}
