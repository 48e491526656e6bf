import { BEAT } from '../domain/rhythm';

/**
 * Beats every 2 s while it is on. Nothing is counted from beats; they write down how far the open visit is known
 * to reach, and the calls they make keep the worker alive.
 */
export function createHeartbeat(onBeat: () => void): (on: boolean) => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return on => {
    if (timer !== null) clearTimeout(timer);
    timer = on ? setTimeout(onBeat, BEAT) : null;
  };
}
