/** Has a field count as left when its page is closed, for then what stands in it is saved. Returns how to stop that. */
export function settleOnLeave(): () => void {
  const leave = () => (document.activeElement as HTMLElement | null)?.blur();
  addEventListener('pagehide', leave);
  return () => removeEventListener('pagehide', leave);
}
