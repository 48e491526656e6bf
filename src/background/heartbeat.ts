import { BEAT } from '../domain/rhythm';

/**
 * Beats every 2 s while it is on. Nothing is counted from beats; they write down how far the open visit is known
 * to reach, and the calls they make keep the worker alive. One comes sooner where something is due sooner.
 */
export function createHeartbeat(onBeat: () => void): (on: boolean, within?: number) => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return (on, within = BEAT) => {
    if (timer !== null) clearTimeout(timer);
    timer = on ? setTimeout(onBeat, Math.max(0, Math.min(BEAT, within))) : null;
  };
}
