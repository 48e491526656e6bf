import type { Page } from 'puppeteer-core';

const POLL = 50;
const ANSWER_TIMEOUT = 1000;
const NAVIGATION_TIMEOUT = 20_000;

/**
 * The address the document itself names: puppeteer's `page.url()` misses what Firefox redirects to an extension page.
 * Undefined while the page is between two documents.
 */
export async function locationOf(page: Page): Promise<string | undefined> {
  const asked = page.evaluate(() => location.href).catch(() => undefined);
  return Promise.race([asked, pause(ANSWER_TIMEOUT).then(() => undefined)]);
}

/** The first address that satisfies, or an error that names the last one. `timeout` in milliseconds. */
export async function waitForUrl(
  page: Page,
  isWanted: (url: string) => boolean,
  timeout = 10_000,
): Promise<string> {
  const deadline = performance.now() + timeout;
  let url: string | undefined;
  while (performance.now() < deadline) {
    url = await locationOf(page);
    if (url !== undefined && isWanted(url)) return url;
    await pause(POLL);
  }
  throw new Error(`The page stayed at ${url ?? 'no address'} for ${timeout} ms`);
}

/**
 * Has the page itself go somewhere, as a script of it does. It answers before it goes: Puppeteer takes an answer that is
 * overtaken by the navigation for an error.
 */
export function goByScript(
  page: Page,
  to: { address: string } | 'back' | 'forward' | 'reload',
): Promise<void> {
  return page.evaluate(where => {
    setTimeout(() => {
      if (typeof where === 'object') location.assign(where.address);
      else if (where === 'reload') location.reload();
      else history[where]();
    });
  }, to);
}

/**
 * Goes to an address and resolves once a page is loaded: that one, or the extension's where it was redirected. Firefox
 * never reports the end of a navigation that ends on an extension page, so the document is watched beside it.
 */
export async function navigate(page: Page, url: string, extensionOrigin: string): Promise<void> {
  await page.evaluate(() => Object.assign(globalThis, { isLeft: true })).catch(() => undefined);
  let isOver = false;
  const navigation = page.goto(url, { timeout: NAVIGATION_TIMEOUT }).then(
    () => undefined,
    (error: unknown) => error,
  );
  const arrival = async () => {
    while (!isOver && !(await isNewPageOf(page, extensionOrigin))) await pause(POLL);
  };
  const failure = await Promise.race([navigation, arrival()]);
  isOver = true;
  if (failure !== undefined) throw failure;
}

async function isNewPageOf(page: Page, origin: string): Promise<boolean> {
  const asked = page.evaluate(
    wanted =>
      location.href.startsWith(wanted) && !('isLeft' in globalThis) && document.readyState === 'complete',
    origin,
  );
  return Promise.race([asked.catch(() => false), pause(ANSWER_TIMEOUT).then(() => false)]);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
