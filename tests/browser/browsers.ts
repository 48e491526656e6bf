import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import {
  type BrowserKind,
  type BrowserSession,
  LONGEST_START,
  type SessionOptions,
} from './harness/browser-session';
import { click, fill, texts, waitFor } from './harness/by-role';
import { startChromium } from './harness/chromium';
import { startFirefox } from './harness/firefox';
import { locationOf } from './harness/page-location';
import { sendMessageScript, tabAddressesScript } from './page-script';

const ALL: readonly BrowserKind[] = ['chromium', 'firefox'];

/** The browsers to run in: both, or the one that this run of the tests is for. */
export const BROWSERS = ALL.filter(kind => (process.env['BROWSER'] ?? kind) === kind);

export const PAGES = {
  popup: 'src/pages/popup/index.html',
  blocked: 'src/pages/blocked/index.html',
  report: 'src/pages/report/index.html',
  settings: 'src/pages/settings/index.html',
  welcome: 'src/pages/welcome/index.html',
} as const;

export type Build = 'e2e' | 'shipped';

/** Where a build lies. */
export const folderOf = (kind: BrowserKind, build: Build): string =>
  resolve('dist', build === 'e2e' ? 'e2e' : '', kind === 'chromium' ? 'chrome' : 'firefox');

/**
 * The built extension in a real browser, once it has opened its welcome page where it is new; `e2e` has access to every host from the
 * start.
 */
export async function startBrowser(
  kind: BrowserKind,
  options: Omit<SessionOptions, 'extensionDir'>,
  build: Build = 'e2e',
): Promise<BrowserSession> {
  return startWith(kind, { ...options, extensionDir: folderOf(kind, build) });
}

/** The same with the build in any folder. */
export async function startWith(kind: BrowserKind, options: SessionOptions): Promise<BrowserSession> {
  const start = kind === 'chromium' ? startChromium : startFirefox;
  const session = await start(options);
  // There Chromium finds it installed, and opens nothing.
  if (kind === 'chromium' && options.restoring) return session;
  await until(
    async () => (await openAt(session, PAGES.welcome)) !== null,
    'The welcome page did not open',
    LONGEST_START,
  );
  return session;
}

/** The tab that shows this page of the extension; null where none does. */
export async function openAt(session: BrowserSession, path: string): Promise<Page | null> {
  for (const page of await session.browser().pages())
    if ((await locationOf(page)) === session.extensionUrl(path)) return page;
  return null;
}

/** Makes today a working day whatever the date: ticks *All day, every day* in the settings. */
export async function workAllDay(session: BrowserSession): Promise<void> {
  const settings = await session.openExtensionPage(PAGES.settings);
  const always = await waitFor(settings, 'checkbox', 'All day, every day');
  if (!(await always.evaluate(box => (box as HTMLInputElement).checked))) await always.click();
  await until(async () => {
    const view = await ask<{ settings: { workHours: { always: boolean } } }>(settings, 'readSettings');
    return view.settings.workHours.always;
  }, 'All day, every day was not saved');
  await settings.close();
}

export async function addSite(session: BrowserSession, pattern: string, category: string): Promise<void> {
  const settings = await session.openExtensionPage(PAGES.settings);
  await fill(settings, 'textbox', 'Add a site', pattern);
  const select = await waitFor(settings, 'combobox', 'Category');
  await select.evaluate((element, name) => {
    const box = element as HTMLSelectElement;
    box.value = [...box.options].find(option => option.text === name)?.value ?? '';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.dispatchEvent(new Event('change', { bubbles: true }));
  }, category);
  await click(settings, 'button', 'Add');
  await waitFor(settings, 'button', `Remove ${pattern}`);
  await settings.close();
}

/** Pins today's rock in the popup's page, which is left open and returned. */
export async function pinRock(session: BrowserSession, title: string): Promise<Page> {
  const popup = await session.openExtensionPage(PAGES.popup);
  await fill(popup, 'textbox', "Today's big rock", title);
  await click(popup, 'button', 'Pin it');
  await waitFor(popup, 'button', 'Done');
  return popup;
}

/** Asks the background as a page of the extension does; rejects with the fault where it refuses. */
export async function ask<T>(page: Page, request: string, args: unknown = {}): Promise<T> {
  const answer = await page.evaluate(sendMessageScript, { request, args });
  if (answer && typeof answer === 'object' && 'value' in answer) return answer.value as T;
  throw new Error(`${request}: ${JSON.stringify(answer)}`);
}

/** The addresses of all tabs, by the browser itself: Puppeteer keeps listing tabs that Firefox has closed. */
export const tabAddresses = (extensionPage: Page): Promise<(string | null)[]> =>
  extensionPage.evaluate(tabAddressesScript);

/** Waits until the page's heading says this. */
export async function headed(page: Page, title: string): Promise<void> {
  const says = async () => (await texts(page, 'h1')).join(' | ');
  await until(async () => (await says()) === title, `${page.url()} is not headed "${title}"`);
}

/** Waits for a condition, looking every 50 ms. */
export async function until(
  isSo: () => Promise<boolean> | boolean,
  otherwise: string,
  timeout = 30_000,
): Promise<void> {
  const deadline = performance.now() + timeout;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(otherwise);
    await seconds(0.05);
  }
}

/** Time passing is what is tested here; nothing waits for luck with it. */
export const seconds = (count: number): Promise<void> => new Promise(done => setTimeout(done, count * 1000));
