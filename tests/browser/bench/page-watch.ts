import type { Page } from 'puppeteer-core';

/** Milliseconds since the start of the navigation that led to the page, redirects included (`timeOrigin`). */
export interface PageTimes {
  /** https://www.w3.org/TR/paint-timing/#first-contentful-paint */
  readonly firstPaint: number;
  /** The end of the frame that painted what was waited for, some milliseconds before a paint entry of that frame. */
  readonly usable: number;
}

/** Where `watch` leaves what it finds; nothing of the product goes by this name. */
interface Watched {
  benchTimes?: Promise<PageTimes>;
}

/**
 * The source of a script that waits inside the page for a heading, field or button of one of these names. It is
 * loaded by the measured page itself, since Firefox runs no script of the protocol's ahead of an extension's page.
 */
export const watchSource = (names: readonly string[]): string => `(${watch})(${JSON.stringify(names)});\n`;

/** What the watch in this page has found; rejects after 20 s without. */
export function timesOf(page: Page): Promise<PageTimes> {
  return page.evaluate(() => {
    const late = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error(`${location.href}: nothing to be seen after 20 s`)), 20_000),
    );
    return Promise.race([(globalThis as Watched).benchTimes ?? late, late]);
  });
}

/**
 * Runs inside the page. An element counts as usable in the frame in which it is painted, not when it enters the
 * document: script, style and layout come in between, and nobody can see or press it before. Must stand for itself.
 */
function watch(names: readonly string[]): void {
  const nameOf = (element: Element): string =>
    (element instanceof HTMLInputElement ? element.labels?.[0] : element)?.textContent?.trim() ?? '';
  const isUsable = (element: Element): boolean =>
    names.includes(nameOf(element)) &&
    !element.matches(':disabled') &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().width > 1;
  const isThere = () => [...document.querySelectorAll('h1, input, button')].some(isUsable);

  const inDocument = new Promise<void>(resolve => {
    const look = () => {
      if (!isThere()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    // Styles arrive without a mutation, and what they hide or show is there by then.
    addEventListener('load', look);
  });
  // A message sent from a frame's callback arrives when that frame has been painted.
  const painted = () =>
    new Promise<number>(resolve =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      }),
    );
  const firstPaint = new Promise<number>(resolve => {
    new PerformanceObserver(list => {
      const entry = list.getEntriesByName('first-contentful-paint')[0];
      if (entry) resolve(entry.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  (globalThis as Watched).benchTimes = Promise.all([firstPaint, inDocument.then(painted)]).then(
    ([first, usable]) => ({ firstPaint: first, usable }),
  );
}
