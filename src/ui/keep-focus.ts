/** A part of the page that knows a better place has taken the keyboard there by then. */
const GRACE = 100;

/**
 * Keeps the keyboard's place when what held it is taken away or switched off: it goes to the nearest heading of what is
 * left around. Whoever points with something has no such place to lose. Returns how to stop that.
 */
export function keepFocus(): () => void {
  /** What holds the focus, and all it stands in, from the inside out. */
  let held: readonly HTMLElement[] = [];
  const stopping = new AbortController();
  const { signal } = stopping;
  document.addEventListener('pointerdown', () => (held = []), { capture: true, signal });
  document.addEventListener('focusin', ({ target }) => (held = lineage(target as HTMLElement)), { signal });
  const look = () => {
    const lost = held;
    if (!isGone(lost)) return;
    setTimeout(() => {
      if (held === lost && isNowhere()) headingNear(lost)?.focus({ preventScroll: true });
    }, GRACE);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  return () => {
    stopping.abort();
    observer.disconnect();
  };
}

const isGone = ([last]: readonly HTMLElement[]): boolean =>
  last !== undefined && (!last.isConnected || last.matches(':disabled'));

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

function headingNear([, ...around]: readonly HTMLElement[]): HTMLElement | null {
  const headings = around
    .filter(each => each.isConnected)
    .map(each => each.querySelector<HTMLElement>('h1, h2, h3'));
  const heading = headings.find(each => each !== null) ?? document.querySelector<HTMLElement>('h1');
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  return heading;
}

function lineage(element: HTMLElement): HTMLElement[] {
  const all: HTMLElement[] = [];
  for (let each: HTMLElement | null = element; each; each = each.parentElement) all.push(each);
  return all;
}
