import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Blocked, Today } from '../../src/messages/requests';
import { ask, BROWSERS, PAGES, startBrowser, until, workAllDay } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { waitFor } from './harness/by-role';
import { type Display, startDisplay } from './harness/display';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { hasPopupScript } from './page-script';

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

  async function inFront(address: string): Promise<Page> {
    const page = await session.openPage();
    await session.goto(page, address);
    await page.bringToFront();
    await until(() => hasFocus(page), 'The page has no focus');
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

  it('sees what is behind the popup that the keyboard has opened', async () => {
    const page = await inFront(SOMEWHERE);
    await display.xdotool('key', 'alt+shift+k');
    await until(() => desk.evaluate(hasPopupScript), 'No popup has opened');
    expect((await today()).otherSite).toEqual({ host: 'news.example', path: 'news.example/sport/today' });
    await display.xdotool('key', 'Escape');
    await until(async () => !(await desk.evaluate(hasPopupScript)), 'The popup has not closed');
    await page.bringToFront();
  });

  it('pins the rock that is typed in the address bar', async () => {
    await typeRock('finish the Acme proposal');
    await until(async () => (await today()).rock?.title === 'finish the Acme proposal', 'Nothing was pinned');
    expect((await today()).rock?.status).toBe('open');
  });

  it('pins no other over it', async () => {
    await typeRock('look at the news');
    await until(async () => (await today()).rock !== null, 'There is no rock');
    expect((await today()).rock?.title).toBe('finish the Acme proposal');
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

  it('marks the rock done by the keyboard', async () => {
    await inFront(SOMEWHERE);
    await display.xdotool('key', 'alt+shift+d');
    await until(async () => (await today()).rock?.status === 'done', 'The rock is not done');
  });
});
