/**
 * Has a field count as left when the page is left with the keyboard in it, for then what stands in it is saved; whoever
 * comes back is where they were. Returns how to stop that.
 */
export function settleOnLeave(): () => void {
  let left: HTMLElement | null = null;
  const onChange = () => {
    const held = document.activeElement;
    if (document.visibilityState === 'hidden') {
      left = held instanceof HTMLInputElement || held instanceof HTMLTextAreaElement ? held : null;
      left?.blur();
    } else if (held === document.body) left?.focus({ preventScroll: true });
  };
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}
