import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Blocked, Today } from '../../src/messages/requests';
import { ask, BROWSERS, PAGES, seconds, startBrowser, tabAddresses, until, workAllDay } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { waitFor } from './harness/by-role';
import { type Display, startDisplay } from './harness/display';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import {
  hasMenuItemScript,
  hasPopupScript,
  isDrawnScript,
  isPopupReadyScript,
  popupFieldScript,
  setPopupScript,
} from './page-script';

const SOMEWHERE = 'https://news.example/sport/today';
const BLOCKED = 'https://www.facebook.com/feed';

describe.each(BROWSERS)('the ways in besides the pages, in %s', kind => {
  let web: FakeWeb;
  let display: Display;
  let session: BrowserSession;
  let desk: Page;

  beforeAll(async () => {
    web = await startFakeWeb();
    display = await startDisplay();
    session = await startBrowser(kind, { fakeWeb: web, display: display.display });
    desk = await session.openExtensionPage(PAGES.settings);
    await workAllDay(session);
  });

  afterAll(async () => {
    await session?.close();
    await display?.close();
    await web?.close();
  });

  const today = () => ask<Today>(desk, 'readToday');
  const hasFocus = (page: Page) => page.evaluate(() => document.hasFocus());

  const hasPopup = () => desk.evaluate(hasPopupScript);
  const isPopupReady = () => desk.evaluate(isPopupReadyScript);

  /** One that is still opening does not hear the first Escape. */
  async function closePopup(): Promise<void> {
    await until(async () => {
      if (await hasPopup()) await display.xdotool('key', 'Escape');
      return !(await hasPopup());
    }, 'The popup has not closed');
  }

  async function inFront(address: string): Promise<Page> {
    const page = await session.openPage();
    await session.goto(page, address);
    await page.bringToFront();
    // The popup shows what was typed in the address bar, when it is written.
    await until(async () => {
      await closePopup();
      return hasFocus(page);
    }, 'The page has no focus');
    // Chromium drops what is clicked on a page that it has not drawn yet.
    await until(() => page.evaluate(isDrawnScript), 'The page is not drawn');
    return page;
  }

  /** Types after the keyword in the address bar, as a person does. */
  async function typeRock(title: string): Promise<void> {
    const page = await inFront(SOMEWHERE);
    await until(async () => {
      await display.xdotool('key', 'ctrl+l');
      return !(await hasFocus(page));
    }, 'The address bar has no focus');
    await display.xdotool('type', '--delay', 30, `rock ${title}`);
    await display.xdotool('key', 'Return');
  }

  /** Chooses from the menu of the page, under a point of its heading or below it. */
  async function choose(where: 'heading' | 'below', ...keys: string[]): Promise<void> {
    const heading = kind === 'chromium' ? 192 : 145;
    await display.opening(() =>
      display.xdotool('mousemove', 60, where === 'heading' ? heading : 600, 'click', 3),
    );
    for (const key of keys) {
      await seconds(0.3);
      const press = () => display.xdotool('key', key);
      await (key === 'Right' ? display.opening(press) : press());
    }
  }

  it('puts the site of a page on the list by its menu', async () => {
    await inFront(SOMEWHERE);
    // Chromium has two of its own below ours.
    await choose('below', ...(kind === 'chromium' ? ['Up', 'Up'] : []), 'Up', 'Right', 'Return');
    const suggests = (address: string | null) => address?.endsWith(`${PAGES.settings}#add=news.example`);
    await until(async () => (await tabAddresses(desk)).some(suggests), 'The settings did not open');
  });

  it('has no items in the menu while that is switched off', async () => {
    const hasItem = () => desk.evaluate(hasMenuItemScript, 'add_site');
    const signs = { menu: true, badge: true };
    await ask(desk, 'editSettings', { edit: 'set-signs', signs: { ...signs, menu: false } });
    await until(async () => !(await hasItem()), 'The item is still there');
    await ask(desk, 'editSettings', { edit: 'set-signs', signs });
    await until(hasItem, 'The item has not come back');
  });

  it('sees what is behind the popup that the keyboard has opened', async () => {
    await inFront(SOMEWHERE);
    await display.xdotool('key', 'alt+shift+k');
    await until(hasPopup, 'No popup has opened');
    expect((await today()).otherSite).toEqual({ host: 'news.example', path: 'news.example/sport/today' });
    await closePopup();
  });

  it('pins the rock that is typed in the address bar', async () => {
    await typeRock('finish the Acme proposal');
    await until(async () => (await today()).rock?.title === 'finish the Acme proposal', 'Nothing was pinned');
    expect((await today()).rock?.status).toBe('open');
    await until(hasPopup, 'The popup does not show it');
    await closePopup();
  });

  it('pins no other over it, and has the words in the popup', async () => {
    await typeRock('look at the news');
    const isInField = (words: string) => async () => (await desk.evaluate(popupFieldScript)) === words;
    await until(isInField('look at the news'), 'The words are not in the popup');
    await until(isPopupReady, 'The popup has no focus');
    await display.xdotool('type', '--delay', 30, ' again');
    await until(isInField('look at the news again'), 'Who goes on typing does not go on from there');
    expect((await today()).rock?.title).toBe('finish the Acme proposal');
    await closePopup();
    // The next popup is a usual one.
    await display.xdotool('key', 'alt+shift+k');
    await until(isPopupReady, 'No popup has opened');
    expect(await desk.evaluate(popupFieldScript)).toBeNull();
    await closePopup();
  });

  it.each([
    ['over an open rock', null],
    ['when the rock was done meanwhile', 'finishRock'],
  ])('has words that have waited for the popup, %s', async (_name, meanwhile) => {
    // As where the browser did not let us open it.
    await desk.evaluate(setPopupScript, `/${PAGES.popup}#call%20Dana`);
    if (meanwhile) await ask(desk, meanwhile);
    await inFront(SOMEWHERE);
    for (const words of ['call Dana', null]) {
      await display.xdotool('key', 'alt+shift+k');
      await until(isPopupReady, 'No popup has opened');
      expect(await desk.evaluate(popupFieldScript)).toBe(words);
      await closePopup();
    }
    if (meanwhile) await ask(desk, 'reopenRock');
  });

  it('opens the way on purpose by the keyboard', async () => {
    const page = await inFront(BLOCKED);
    await waitFor(page, 'button', "I'm here on purpose");
    await until(() => hasFocus(page), 'The page has no focus');
    await display.xdotool('key', 'alt+shift+o');
    await waitFor(page, 'textbox', 'What are you here to do?');
    const { door } = await ask<Blocked>(page, 'readBlocked', { address: BLOCKED });
    expect(door.asked).toBeNull();
  });

  it('marks the rock done by the keyboard, and shows that', async () => {
    await inFront(SOMEWHERE);
    await display.xdotool('key', 'alt+shift+d');
    await until(async () => (await today()).rock?.status === 'done', 'The rock is not done');
    await until(hasPopup, 'The popup does not show it');
    await closePopup();
  });

  it('makes the selected words the next rock by their menu', async () => {
    await inFront(SOMEWHERE);
    await display.xdotool('key', 'ctrl+a');
    await choose('heading', ...(kind === 'chromium' ? ['Up'] : []), 'Up', 'Return');
    await until(
      async () => (await today()).rock?.title === 'news.example/sport/today Home Other',
      'The words are not the rock',
    );
  });
});
