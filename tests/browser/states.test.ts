import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, BROWSERS, PAGES, startBrowser, until, workAllDay } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { click, fill, heading, waitFor } from './harness/by-role';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { faultsOf } from './page-faults';

const ROCK = 'Finish the Acme proposal';
const BLOCK_PAGE = `${PAGES.blocked}#https://www.facebook.com/groups`;
const SENTENCE = 'I am putting my rock aside for today';
const IN_POPUP = 360;

/** What a page can come to by what is done in it; how the pages are at first is tried elsewhere. */
describe.each(BROWSERS)('in every state, axe finds nothing light or dark, in %s', kind => {
  let web: FakeWeb;
  let session: BrowserSession;
  let page: Page;
  let found: string[];

  beforeAll(async () => {
    web = await startFakeWeb();
    session = await startBrowser(kind, { fakeWeb: web });
    await workAllDay(session);
  });

  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  async function open(path: string, width: number): Promise<void> {
    found = [];
    page = await session.openExtensionPage(path);
    await page.setViewport({ width, height: 800 });
    await until(async () => (await heading(page)) !== '', 'No heading');
    await page.bringToFront();
  }

  /** Looks at the page as it stands, in both schemes. Unlike the system's, the page's own can be chosen in both browsers. */
  async function look(state: string): Promise<void> {
    for (const scheme of ['light', 'dark']) {
      await page.evaluate(scheme => document.documentElement.setAttribute('data-theme', scheme), scheme);
      found.push(...(await faultsOf(page)).map(fault => `${state}, ${scheme}: ${fault}`));
    }
  }

  /** Until something is shown: what was refused, a wait, a window. */
  const shows = (selector: string) => page.waitForSelector(selector, { visible: true, timeout: 30_000 });

  it('the welcome page', async () => {
    await open(PAGES.welcome, 360);
    await fill(page, 'textbox', "Today's big rock", ' ');
    await click(page, 'button', 'Pin it');
    await shows('[role=alert]:not(:empty)');
    await look('no rock is given');
    expect(found).toEqual([]);
    await page.close();
  });

  it('the popup', async () => {
    await open(PAGES.popup, IN_POPUP);
    await click(page, 'button', 'Pin it');
    await shows('[role=alert]:not(:empty)');
    await look('nothing was typed');
    await fill(page, 'textbox', "Today's big rock", ROCK);
    await click(page, 'button', 'Pin it');
    await click(page, 'button', 'Swap the rock');
    await waitFor(page, 'textbox', "Today's big rock");
    await look('a rock is swapped');
    await click(page, 'button', 'Not now');
    await click(page, 'button', 'Done');
    await fill(page, 'textbox', 'What moved forward?', 'They read it');
    await look('done');
    await click(page, 'button', 'Save');
    await click(page, 'button', 'Pin the next one');
    await waitFor(page, 'textbox', "Today's big rock");
    await look('the next one is pinned');
    await click(page, 'button', 'Not now');
    await click(page, 'button', 'Not done after all');
    await waitFor(page, 'button', 'Done');
    expect(found).toEqual([]);
    await page.close();
  });

  it('the block page', async () => {
    await open(BLOCK_PAGE, 800);
    await click(page, 'button', "I'm here on purpose");
    await click(page, 'button', 'Open for 5 minutes');
    await shows('[role=alert]:not(:empty)');
    await look('a pass for nothing');
    // The wait goes on until it was looked at.
    await page.evaluate(holdTimersScript);
    await fill(page, 'textbox', 'What are you here to do?', 'Answer Priya at Acme');
    await click(page, 'button', 'Open for 5 minutes');
    await shows('[role=timer]');
    await look('the wait for a pass');
    await click(page, 'button', 'Cancel');
    await click(page, 'button', 'Put the rock aside for today');
    await fill(page, 'textbox', 'Type this sentence', 'let me in');
    await click(page, 'button', 'Start the wait');
    await shows('[role=alert]:not(:empty)');
    await look('another sentence');
    await fill(page, 'textbox', 'Type this sentence', SENTENCE);
    await click(page, 'button', 'Start the wait');
    await shows('[role=timer]');
    await look('the wait to put the rock aside');
    await click(page, 'button', 'Cancel');
    expect(found).toEqual([]);
    await page.close();
  });

  it('the settings', async () => {
    await open(PAGES.settings, 800);
    await fill(page, 'textbox', 'Add a site', 'not a site');
    await click(page, 'button', 'Add');
    await page.$eval('.add-many', details => details.setAttribute('open', ''));
    await fill(page, 'textbox', 'Sites, one a line', 'two words');
    await click(page, 'button', 'Add all');
    await click(page, 'button', 'Add category');
    await fill(page, 'textbox', 'Hourly rate', '-3');
    await click(page, 'button', 'Add day');
    await until(() => page.evaluate(hasAlertsScript, 5), 'Not all that was wrong is said to be');
    await look('five things are wrong');
    await click(page, 'button', 'Remove facebook.com');
    await waitFor(page, 'button', 'Undo');
    await waitFor(page, 'group', 'Waiting to take effect');
    await look('a change waits, and can be undone');
    const select = await waitFor(page, 'combobox', 'What to delete');
    await select.select('all');
    await click(page, 'button', 'Delete…');
    await shows('dialog[open]');
    await look('all is to be deleted');
    await click(page, 'button', 'Keep it');
    expect(found).toEqual([]);
    await page.close();
  });

  it('the popup and the report when the rock was put aside', async () => {
    await open(PAGES.popup, IN_POPUP);
    await ask(page, 'askToPutAside', { sentence: SENTENCE });
    const isAside = () =>
      ask(page, 'putRockAside').then(
        () => true,
        () => false,
      );
    await until(isAside, 'The rock is not put aside', 60_000);
    await waitFor(page, 'button', 'Pin a rock after all');
    await look('put aside');
    await page.close();
    const before = found;
    await open(PAGES.report, 800);
    await waitFor(page, 'button', 'Print');
    await look('put aside');
    expect([...before, ...found]).toEqual([]);
    await page.close();
  });
});

/** Runs inside a page: what it is going to do in more than a second is not done. */
function holdTimersScript(): void {
  const { setTimeout } = globalThis;
  const held = (run: () => void, delay = 0) => (delay > 1000 ? 0 : setTimeout(run, delay));
  Object.assign(globalThis, { setTimeout: held });
}

/** Runs inside a page: whether it says so many things that are wrong. */
function hasAlertsScript(count: number): boolean {
  return document.querySelectorAll('[role=alert]:not(:empty)').length >= count;
}
