import { useEffect, useState } from 'preact/hooks';
import { type Duration, type Instant, SECOND } from '../../domain/time';

const LOOK: Duration = SECOND / 5;

/** How long it is until then, in whole seconds begun; it is drawn again when that changes. */
export function useLeft(until: Instant): Duration {
  const [left, setLeft] = useState(() => leftUntil(until));
  useEffect(() => {
    const look = () => setLeft(leftUntil(until));
    look();
    const looking = setInterval(look, LOOK);
    return () => clearInterval(looking);
  }, [until]);
  return left;
}

const leftUntil = (until: Instant): Duration =>
  Math.max(0, Math.ceil((until - Date.now()) / SECOND) * SECOND);
