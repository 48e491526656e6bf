import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Blocked } from '../../src/messages/requests';
import { ask, BROWSERS, headed, PAGES, pinRock, seconds, startBrowser, until, workAllDay } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { click, fill, heading, waitFor } from './harness/by-role';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { turnsTo } from './toolbar-face';

const ROCK = 'Finish the Acme proposal';
const PURPOSE = 'Answer Priya at Acme';
const SITE = 'www.facebook.com';
const ADDRESS = `https://${SITE}/groups?tab=1&q=%20a#top`;
const OTHER = 'https://www.reddit.com/r/sales?sort=new#first';
const SENTENCE = 'I am putting my rock aside for today';

describe.each(BROWSERS)('the ways on from the block page in %s', kind => {
  let web: FakeWeb;
  let session: BrowserSession;
  const blockPage = (address: string) => `${session.extensionUrl(PAGES.blocked)}#${address}`;

  beforeAll(async () => {
    web = await startFakeWeb();
    session = await startBrowser(kind, { fakeWeb: web });
    await workAllDay(session);
    await (await pinRock(session, ROCK)).close();
  });

  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  async function blockedTab(address: string): Promise<Page> {
    const page = await session.openPage();
    await session.goto(page, address);
    await session.waitForUrl(page, url => url === blockPage(address));
    await headed(page, ROCK);
    return page;
  }

  async function askForPass(page: Page): Promise<void> {
    await page.bringToFront();
    await click(page, 'button', "I'm here on purpose");
    await fill(page, 'textbox', 'What are you here to do?', PURPOSE);
    await waitFor(page, 'radiogroup', 'Minutes');
    await click(page, 'button', 'Open for 5 minutes');
    await page.waitForSelector('[role=timer]');
  }

  /** Puppeteer may go on asking the document that was there before, so each question is asked anew until it is answered. */
  const shows = (page: Page, words: string) =>
    until(
      async () => {
        const isThere = (wanted: string) =>
          document.querySelector('main')?.textContent.includes(wanted) ?? false;
        return page.evaluate(isThere, words).catch(() => false);
      },
      `${words} is not shown`,
      40_000,
    );

  async function reload(page: Page): Promise<void> {
    await page.bringToFront();
    await page.evaluate(() => {
      Object.assign(globalThis, { isLeft: true });
      location.reload();
    });
    const isNew = () => !('isLeft' in globalThis) && document.readyState === 'complete';
    await until(() => page.evaluate(isNew).catch(() => false), 'The page was not reloaded');
    await shows(page, ROCK);
  }

  it('opens one site in one tab, after a wait that a reload does not end', async () => {
    web.clear();
    const other = await blockedTab(ADDRESS);
    const page = await blockedTab(ADDRESS);
    await askForPass(page);
    const askedAt = performance.now();
    await expect(ask(page, 'beginPass')).rejects.toThrow('too-early');
    await seconds(1.5);
    await reload(page);
    await shows(page, `${PURPOSE}facebook.com opens for 5 minutes in`);
    await expect(ask(page, 'beginPass')).rejects.toThrow('too-early');
    expect(web.hits(SITE)).toEqual([]);

    await session.waitForUrl(page, url => url === ADDRESS);
    expect(performance.now() - askedAt).toBeGreaterThan(4500);
    expect(await heading(page)).toBe(`${SITE}/groups?tab=1&q=%20a`);
    await turnsTo(other, '5m');

    // The same site in another tab, and another site in this one, stay blocked.
    web.clear();
    expect(await other.evaluate(() => location.href)).toBe(blockPage(ADDRESS));
    await reload(other);
    await (await blockedTab(ADDRESS)).close();
    expect(web.hits(SITE)).toEqual([]);
    await session.goto(page, OTHER);
    await session.waitForUrl(page, url => url === blockPage(OTHER));
    expect(web.hits('www.reddit.com')).toEqual([]);
    await page.close();
    await turnsTo(other, '');
    await other.close();
  });

  it('waits anew where another tab asks, and there alone', async () => {
    const one = await blockedTab(ADDRESS);
    const two = await blockedTab(OTHER);
    await askForPass(one);
    await seconds(4);
    await askForPass(two);
    const askedAt = performance.now();
    await one.bringToFront();
    await shows(one, 'Nothing is being waited for here any more.');
    await expect(ask(one, 'beginPass')).rejects.toThrow('nothing-asked-for');
    await expect(ask(two, 'beginPass')).rejects.toThrow('too-early');
    await two.bringToFront();
    // The second of the day: 10 s.
    await session.waitForUrl(two, url => url === OTHER, 20_000);
    expect(performance.now() - askedAt).toBeGreaterThan(9000);
    expect(await one.evaluate(() => location.href)).toBe(blockPage(ADDRESS));
    await one.close();
    await two.close();
  });

  it('asks whether it was done, once a pass is over', async () => {
    const page = await blockedTab(ADDRESS);
    await waitFor(page, 'group', 'Did you do it?');
    await headed(page, ROCK);
    const unanswered = async () =>
      (await ask<Blocked>(page, 'readBlocked', { address: ADDRESS })).door.unanswered?.site ?? null;
    expect(await unanswered()).toBe('reddit.com');
    await click(page, 'button', 'Yes');
    await until(async () => (await unanswered()) === 'facebook.com', 'The answer was not kept');
    await shows(page, `${PURPOSE}facebook.com`);
    await click(page, 'button', 'No');
    await until(async () => (await unanswered()) === null, 'The second answer was not kept');
    await page.close();
  });

  it('puts the rock aside, which sends blocked tabs on to where they were going', async () => {
    const page = await blockedTab(ADDRESS);
    const other = await blockedTab(OTHER);
    await page.bringToFront();
    await click(page, 'button', 'Put the rock aside for today');
    await fill(page, 'textbox', 'Type this sentence', 'let me in');
    await click(page, 'button', 'Start the wait');
    await page.waitForSelector('[role=alert]');
    await expect(ask(page, 'putRockAside')).rejects.toThrow('nothing-asked-for');
    await fill(page, 'textbox', 'Type this sentence', SENTENCE);
    await click(page, 'button', 'Start the wait');
    await page.waitForSelector('[role=timer]');
    const askedAt = performance.now();
    await expect(ask(page, 'putRockAside')).rejects.toThrow('too-early');
    await reload(page);
    await shows(page, 'You can put the rock aside in');
    expect(await page.evaluate(pressScript, 'Put it aside')).toBe(false);
    await shows(page, 'You can put the rock aside now');
    expect(performance.now() - askedAt).toBeGreaterThan(28_000);
    expect(await page.evaluate(() => location.href)).toBe(blockPage(ADDRESS));
    expect(await page.evaluate(pressScript, 'Put it aside')).toBe(true);
    await session.waitForUrl(page, url => url === ADDRESS);
    await session.waitForUrl(other, url => url === OTHER);
    await page.close();
    await other.close();
  });
});

/**
 * Runs inside a page: presses a button, unless it is disabled. After a reload Puppeteer finds none by its name in Firefox,
 * for it asks the document that was there before.
 */
function pressScript(name: string): boolean {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  button?.click();
  return button?.disabled === false;
}
