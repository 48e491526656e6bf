import { useEffect, useRef } from 'preact/hooks';

/** Calls back when Escape is pressed, wherever the focus is; not where it ends the typing of a word. Null is no call. */
export function useEscape(callback: (() => void) | null): void {
  const latest = useRef(callback);
  latest.current = callback;
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || !latest.current) return;
      // A popup would close.
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', follow);
    return () => removeEventListener('keydown', follow);
  }, []);
}
