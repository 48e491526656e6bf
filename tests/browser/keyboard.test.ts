import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Blocked, SettingsAndAccess, Today } from '../../src/messages/requests';
import { ask, BROWSERS, openAt, PAGES, seconds, startBrowser, tabAddresses, until } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { type Display, startDisplay } from './harness/display';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { hasPopupScript, isPopupReadyScript } from './page-script';

const ROCK = 'Finish the Acme proposal';
const FEED = 'https://www.facebook.com/feed';

/** More stops than any page has. */
const MOST_STOPS = 400;

/** What holds the keyboard's place: its words as a screen reader has them, and whether a person sees that it is there. */
interface Stop {
  name: string;
  isSeen: boolean;
}

/** Runs inside a page of the extension, for itself or for the popup that is open over it. */
function stopScript(isOfPopup: boolean): Stop | null {
  const { chrome } = globalThis as never as {
    chrome: { extension: { getViews: (of: { type: 'popup' }) => (Window & typeof globalThis)[] } };
  };
  const view = isOfPopup ? chrome.extension.getViews({ type: 'popup' })[0] : window;
  const element = view?.document.activeElement as HTMLInputElement | null | undefined;
  if (!view || !element || element === view.document.body) return null;
  // The keyboard is in the browser's own bars.
  if (!view.document.hasFocus()) return null;
  const label = element.labels?.[0]?.textContent ?? element.textContent;
  const { outlineStyle } = view.getComputedStyle(element);
  return {
    name: (element.getAttribute('aria-label') ?? label ?? '').trim(),
    // Of a date, browsers mark the part that is typed.
    isSeen: element.type === 'date' || (outlineStyle !== 'none' && element.matches(':focus-visible')),
  };
}

/** Runs inside a page of the extension: what stands in the field that holds the keyboard's place. */
function fieldScript(isOfPopup: boolean): string {
  const { chrome } = globalThis as never as {
    chrome: { extension: { getViews: (of: { type: 'popup' }) => Window[] } };
  };
  const view = isOfPopup ? chrome.extension.getViews({ type: 'popup' })[0] : window;
  return (view?.document.activeElement as HTMLInputElement | null)?.value ?? '';
}

/** The build that people install, from its welcome page to the rock that is done, without a mouse. */
describe.each(BROWSERS)('a first day by keyboard alone, in %s', kind => {
  let web: FakeWeb;
  let display: Display;
  let session: BrowserSession;
  let page: Page;

  beforeAll(async () => {
    web = await startFakeWeb();
    display = await startDisplay();
    session = await startBrowser(kind, { fakeWeb: web, display: display.display }, 'shipped');
    const welcome = await openAt(session, PAGES.welcome);
    if (!welcome) throw new Error('No welcome page');
    page = welcome;
    await page.bringToFront();
    await until(hasFocus, 'The welcome page has no focus');
  });

  afterAll(async () => {
    await session?.close();
    await display?.close();
    await web?.close();
  });

  const press = (...keys: string[]) => display.xdotool('key', '--delay', 20, ...keys);
  const type = (text: string) => display.xdotool('type', '--delay', 20, text);
  /** Null where nothing holds it, or the page is just going. */
  const stop = (isOfPopup = false) => page.evaluate(stopScript, isOfPopup).catch(() => null);
  const hasFocus = () => page.evaluate(() => document.hasFocus()).catch(() => false);
  const isFocusKept = async (isOfPopup = false) => (await stop(isOfPopup)) !== null;
  /** Writes this in the field in which one is, as often as it takes: keys pressed by a busy machine may go astray. */
  async function write(text: string, isOfPopup = false): Promise<void> {
    for (let tries = 0; tries < 3; tries++) {
      await press('ctrl+a');
      await type(text);
      const isWritten = async () => (await page.evaluate(fieldScript, isOfPopup)) === text;
      const failure = await until(isWritten, 'Not written', 3000).catch(error => error);
      if (!failure) return;
    }
    throw new Error(`"${text}" cannot be written`);
  }

  const settings = () => ask<SettingsAndAccess>(page, 'readSettings');
  const today = () => ask<Today>(page, 'readToday');

  /** Goes on with Tab until this holds the keyboard's place; whatever does on the way is seen to. */
  async function goTo(name: string, isOfPopup = false): Promise<void> {
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      const at = await stop(isOfPopup);
      if (at && !at.isSeen) throw new Error(`Nobody sees that the keyboard is at "${at.name}"`);
      if (at?.name === name) return;
      await press('Tab');
    }
    throw new Error(`The keyboard does not come to "${name}"`);
  }

  async function enterAddress(address: string): Promise<void> {
    await press('ctrl+l');
    await until(async () => !(await hasFocus()), 'No address bar');
    await type(address);
    await press('Return');
  }

  it('a preset is taken off the list', async () => {
    await goTo('Pinterest');
    await press('space');
    await goTo('Allow on these sites');
    await press('Return');
    // The browser's question can be seen from here only by its taking the focus, and hears nothing in its first half
    // second; Firefox is told not to ask.
    if (kind === 'chromium') {
      await until(async () => !(await hasFocus()), 'No question');
      await seconds(1.5);
      await press('Tab', 'Return');
    }
    await until(async () => (await settings()).withoutAccess.length === 0, 'Not allowed');
    const { sites } = (await settings()).settings;
    expect(sites.map(({ pattern }) => pattern)).not.toContain('pinterest.com');
    await until(() => isFocusKept(), 'The focus is lost');
  });

  it('the hours are set, and the question', async () => {
    await goTo('All day, every day');
    await press('space');
    await until(async () => (await settings()).settings.workHours.always, 'Not all day');
    await goTo('Your question');
    await write('Does this sell?');
    await press('Tab');
    await until(async () => (await settings()).settings.question === 'Does this sell?', 'Not the question');
  });

  it('the first rock is pinned, and the focus is not lost with its form', async () => {
    await goTo("Today's big rock");
    await write(ROCK);
    await press('Return');
    await until(async () => (await today()).rock?.title === ROCK, 'No rock');
    await until(async () => (await stop())?.name === ROCK, 'The focus is lost');
  });

  it('a pass is taken on the block page', async () => {
    await enterAddress(FEED);
    await until(async () => (await stop())?.name === 'Back to my rock', 'Enter would not go back');
    await goTo("I'm here on purpose");
    await press('Return');
    await until(
      async () => (await stop())?.name === 'What are you here to do?',
      'The purpose is not asked for at once',
    );
    await write('Answer Dana');
    await press('Tab', 'Right');
    await goTo('Open for 10 minutes');
    await press('Return');
    await until(async () => {
      const { door } = await ask<Blocked>(page, 'readBlocked', { address: FEED });
      return door.asked !== null;
    }, 'No pass was asked for');
    await until(() => isFocusKept(), 'The focus is lost');
    await session.waitForUrl(page, url => url === FEED, 30_000);
  });

  it('the rock is marked done in the popup, with what moved forward', async () => {
    page = await session.openExtensionPage(PAGES.settings);
    await page.bringToFront();
    await until(hasFocus, 'The page has no focus');
    await press('alt+shift+k');
    await until(() => page.evaluate(isPopupReadyScript), 'No popup has the focus');
    await goTo('Done', true);
    await press('Return');
    await until(async () => (await today()).rock?.status === 'done', 'Not done');
    await until(async () => (await stop(true))?.name === ROCK, 'The focus is lost with Done');
    await goTo('What moved forward?', true);
    await write('Sent', true);
    await press('Return');
    await until(async () => (await today()).rock?.movedForward === 'Sent', 'Not said');
    await until(() => isFocusKept(true), 'The focus is lost');
    await goTo('Report', true);
    await press('Return');
    await until(
      async () => (await tabAddresses(page)).some(address => address?.includes(PAGES.report)),
      'No report',
    );
    await until(async () => !(await page.evaluate(hasPopupScript)), 'The popup stands before the report');
  });

  it('a setting is changed, and taken back', async () => {
    page = await session.openExtensionPage(PAGES.settings);
    await page.bringToFront();
    await until(hasFocus, 'The page has no focus');
    await goTo('Strict mode');
    await press('space');
    await until(async () => (await settings()).settings.isStrict, 'Not strict');
    await goTo('Undo');
    await press('Return');
    await until(async () => !(await settings()).settings.isStrict, 'Not taken back');
    expect(await isFocusKept()).toBe(true);
    await goTo('All day, every day');
    await press('space');
    await until(async () => !(await settings()).settings.workHours.always, 'Still all day');
    await page.waitForSelector('.toast button');
    await press('ctrl+z');
    await until(async () => (await settings()).settings.workHours.always, 'Not taken back by Ctrl+Z');
  });
});
