import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addSite,
  ask,
  BROWSERS,
  headed,
  openAt,
  PAGES,
  pinRock,
  startBrowser,
  tabAddresses,
  until,
  workAllDay,
} from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { click, heading, texts, waitFor } from './harness/by-role';
import {
  answeringServiceWorker,
  html,
  lasting,
  pushStatePage,
  redirect,
  serviceWorkerPage,
} from './harness/fake-answers';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { goByScript } from './harness/page-location';

const ROCK = 'Finish the Acme proposal';

interface Attempts {
  sites: { site: string; attempts: number }[];
}

describe.each(BROWSERS)('the main job in %s', kind => {
  let web: FakeWeb;
  let session: BrowserSession;
  /** A tab with a blocked page behind it in its history. */
  let past: Page;
  const blockPage = (address: string) => `${session.extensionUrl(PAGES.blocked)}#${address}`;

  beforeAll(async () => {
    web = await startFakeWeb();
    web.route('worker.example', '/', () => serviceWorkerPage('Worker', '/worker.js'));
    web.route('worker.example', '/worker.js', () => answeringServiceWorker('From the worker'));
    web.route('www.linkedin.com', '/messaging/', () => pushStatePage('Messages', '/feed/'));
    web.route('news.example', '/', () =>
      html('News', '<a id="link" href="https://www.facebook.com/from-a-link">Facebook</a>'),
    );
    const open = "open('https://news.example/', '_blank', 'width=700,height=500')";
    web.route('opener.example', '/', () =>
      html('Opener', `<button onclick="${open}">Open a window</button>`),
    );
    web.route('news.example', '/moved', () => redirect('https://www.reddit.com/r/sales?from=redirect', 301));
    web.route('www.facebook.com', '/past', () => lasting(html('Past')));
    session = await startBrowser(kind, { fakeWeb: web });
  });

  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  it('opens the welcome page when it is installed', async () => {
    expect(await openAt(session, PAGES.welcome)).not.toBeNull();
  });

  it('blocks nothing before the very first rock', async () => {
    await addSite(session, 'worker.example', 'Social');
    await workAllDay(session);
    const page = await session.openPage('https://www.facebook.com/');
    expect(await heading(page)).toBe('www.facebook.com/');
    await page.close();
  });

  it('keeps an open tab open for its sweep, and lets a service worker in', async () => {
    const page = await session.openPage('https://worker.example/');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await session.goto(page, 'https://worker.example/again');
    expect(await heading(page)).toBe('From the worker');
  });

  /** Goes to an address as a script of the page does: Puppeteer waits forever where Firefox has kept pages. */
  async function leave(page: Page, address: string): Promise<void> {
    await goByScript(page, { address });
    await session.waitForUrl(page, url => url === address);
  }

  it('pins a rock, and the open tab of a blocked site leaves it', async () => {
    past = await session.openPage('https://www.facebook.com/past');
    await past.evaluate(() => Object.assign(window, { keptWhole: true }));
    await session.goto(past, 'https://news.example/');
    // Going back finds the very page that was left: a blocked one would come back without a request.
    await goByScript(past, 'back');
    await session.waitForUrl(past, url => url === 'https://www.facebook.com/past');
    expect(await past.evaluate(() => 'keptWhole' in window)).toBe(true);
    await leave(past, 'https://news.example/');

    const open = await session.openPage('https://x.com/home');
    const popup = await pinRock(session, ROCK);
    await headed(popup, ROCK);
    await session.waitForUrl(open, url => url === blockPage('https://x.com/home'));
    await headed(open, ROCK);
    expect(await texts(open, 'main')).toEqual([
      expect.stringContaining('Will this help me make my sales quota?'),
    ]);
    await open.bringToFront();
    await waitFor(open, 'button', 'Back to my rock');
    await popup.close();
  });

  it.each([
    [
      'a direct visit',
      'https://www.facebook.com/groups?tab=1#top',
      'https://www.facebook.com/groups?tab=1#top',
    ],
    ['another host of the site', 'http://m.facebook.com/', 'http://m.facebook.com/'],
    ['a redirect', 'https://news.example/moved', 'https://www.reddit.com/r/sales?from=redirect'],
  ])('blocks %s', async (_name, asked, wanted) => {
    web.clear();
    const page = await session.openPage();
    await session.goto(page, asked);
    await session.waitForUrl(page, url => url === blockPage(wanted));
    await headed(page, ROCK);
    expect(web.hits(new URL(wanted).hostname)).toEqual([]);
    await page.close();
  });

  // The browser has that page already. While it shows, for an instant, it may ask for an icon or a newer worker.
  it('blocks a site with its own service worker', async () => {
    web.clear();
    const page = await session.openPage();
    await session.goto(page, 'https://worker.example/deep');
    await session.waitForUrl(page, url => url === blockPage('https://worker.example/deep'));
    await headed(page, ROCK);
    const asked = web.hits('worker.example').map(({ path }) => path);
    expect(asked.filter(path => path !== '/worker.js' && path !== '/favicon.ico')).toEqual([]);
    await page.close();
  });

  it('blocks a link', async () => {
    web.clear();
    const page = await session.openPage('https://news.example/');
    await page.$eval('#link', link => (link as HTMLAnchorElement).click());
    await session.waitForUrl(page, url => url === blockPage('https://www.facebook.com/from-a-link'));
    expect(web.hits('www.facebook.com')).toEqual([]);
    await page.close();
  });

  it('blocks in-page navigation out of an exception', async () => {
    const page = await session.openPage('https://www.linkedin.com/messaging/');
    expect(await heading(page)).toBe('Messages');
    await page.$eval('button', button => button.click());
    await session.waitForUrl(page, url => url === blockPage('https://www.linkedin.com/feed/'));
    await page.close();
  });

  it('blocks going back to a page that the browser has kept whole', async () => {
    web.clear();
    await past.bringToFront();
    await goByScript(past, 'back');
    await session.waitForUrl(past, url => url === blockPage('https://www.facebook.com/past'));
    await headed(past, ROCK);
    expect(web.hits('www.facebook.com')).toEqual([]);
  });

  it('blocks going forward to where a rock was in the way', async () => {
    web.clear();
    await leave(past, 'https://news.example/');
    await goByScript(past, 'back');
    await session.waitForUrl(past, url => url.startsWith(blockPage('')));
    await goByScript(past, 'forward');
    await session.waitForUrl(past, url => url === 'https://news.example/');
    expect(web.hits('www.facebook.com')).toEqual([]);
    await past.close();
  });

  it('counts each navigation that ended on the block page, and no reload of it', async () => {
    const page = await session.openPage();
    const report = await session.openExtensionPage(PAGES.report);
    const attempts = async (pattern = 'tiktok.com') => {
      const { sites } = await ask<Attempts>(report, 'readDay', { day: null });
      return sites.find(({ site }) => site === pattern)?.attempts ?? 0;
    };
    // This one merely stood open when the rock was pinned.
    expect(await attempts('x.com')).toBe(0);
    await session.goto(page, 'https://www.tiktok.com/');
    await until(async () => (await attempts()) === 1, 'The attempt was not counted');
    await page.bringToFront();
    await goByScript(page, 'reload');
    await waitFor(page, 'button', 'Back to my rock');
    await session.goto(page, 'https://www.tiktok.com/@acme');
    await until(async () => (await attempts()) === 2, 'The second attempt was not counted');
    await page.close();
    await report.close();
  });

  it('Back to my rock closes the tab', async () => {
    const report = await session.openExtensionPage(PAGES.report);
    const page = await session.openPage();
    await session.goto(page, 'https://www.instagram.com/');
    await headed(page, ROCK);
    // The tab may be gone before the key is up again.
    await page.keyboard.press('Enter').catch(() => undefined);
    const isGone = async () =>
      !(await tabAddresses(report)).includes(blockPage('https://www.instagram.com/'));
    await until(isGone, 'The tab was not closed');
    await report.close();
  });

  it('Back to my rock goes back where it is the last tab', async () => {
    const target = await openWindow('https://news.example/');
    await session.waitForUrl(target, url => url === 'https://news.example/');
    await target.evaluate(() => {
      location.href = 'https://www.facebook.com/last';
    });
    await session.waitForUrl(target, url => url === blockPage('https://www.facebook.com/last'));
    await click(target, 'button', 'Back to my rock');
    await session.waitForUrl(target, url => url === 'https://news.example/');
    await target.close();
  });

  it('Back to my rock leaves a new tab where there is nothing to go back to', async () => {
    const report = await session.openExtensionPage(PAGES.report);
    const blocked = blockPage('https://www.facebook.com/only');
    const target = await openWindow('https://www.facebook.com/only');
    await until(async () => (await tabAddresses(report)).includes(blocked), 'The window is not blocked');
    const before = (await tabAddresses(report)).length;
    await headed(target, ROCK);
    await click(target, 'button', 'Back to my rock');
    await until(async () => !(await tabAddresses(report)).includes(blocked), 'The tab stayed');
    expect(await tabAddresses(report)).toHaveLength(before);
    await report.close();
  });

  /** A window of its own with one tab, opened by a click on a web page. */
  async function openWindow(address: string): Promise<Page> {
    web.route('opener.example', '/', () =>
      html(
        'Opener',
        `<button onclick="open('${address}', '_blank', 'width=700,height=500')">Open a window</button>`,
      ),
    );
    const opener = await session.openPage('https://opener.example/');
    const before = new Set(await session.browser().pages());
    await click(opener, 'button', 'Open a window');
    const opened = async () => (await session.browser().pages()).find(page => !before.has(page));
    await until(async () => (await opened()) !== undefined, 'No window was opened');
    const page = await opened();
    await opener.close();
    return page ?? opener;
  }

  it('done sends every blocked tab on to the address it wanted', async () => {
    const one = await session.openPage();
    await session.goto(one, 'https://www.facebook.com/groups?tab=1&q=%20a#top');
    await session.waitForUrl(
      one,
      url => url === blockPage('https://www.facebook.com/groups?tab=1&q=%20a#top'),
    );
    const two = await session.openPage();
    await session.goto(two, 'https://www.reddit.com/r/sales');
    await session.waitForUrl(two, url => url === blockPage('https://www.reddit.com/r/sales'));

    const popup = await session.openExtensionPage(PAGES.popup);
    await click(popup, 'button', 'Done');
    await session.waitForUrl(one, url => url === 'https://www.facebook.com/groups?tab=1&q=%20a#top');
    await session.waitForUrl(two, url => url === 'https://www.reddit.com/r/sales');
    expect(await heading(one)).toBe('www.facebook.com/groups?tab=1&q=%20a');
    await one.close();
    await two.close();
    await popup.close();
  });

  it('not done after all blocks again', async () => {
    const open = await session.openPage('https://www.facebook.com/');
    const popup = await session.openExtensionPage(PAGES.popup);
    await click(popup, 'button', 'Not done after all');
    await waitFor(popup, 'button', 'Done');
    await session.waitForUrl(open, url => url === blockPage('https://www.facebook.com/'));
    await popup.close();
    await open.close();
  });

  it('shows where the day went', async () => {
    const report = await session.openExtensionPage(PAGES.report);
    await waitFor(report, 'button', 'Export JSON');
    const captions = () => texts(report, 'caption');
    await until(async () => (await captions()).includes('Time by site'), 'The report has no tables');
    expect(await captions()).toContain('Time by category');
    expect(await texts(report, 'table:has(caption) th[scope=col]')).toEqual(
      expect.arrayContaining(['Site', 'Category', 'Time', 'Checks', 'Attempts']),
    );
    await report.close();
  });
});
