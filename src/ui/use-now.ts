import { useEffect, useState } from 'preact/hooks';
import { type Instant, instant, SECOND } from '../domain/time';

/** The present, moving on every second while `running`; what grows on screen is computed from it. */
export function useNow(running: boolean): Instant {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    if (!running) return;
    const ticking = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(ticking);
  }, [running]);
  return instant(now);
}
