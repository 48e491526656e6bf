import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HourRange } from '../../src/domain/settings';
import type { SettingsAndAccess } from '../../src/messages/requests';
import { ask, BROWSERS, PAGES, pinRock, startBrowser, until } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { waitFor } from './harness/by-role';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';

const ALL_DAY: HourRange[] = [[0, 1440]];
const NINE_TO_FIVE: HourRange[] = [[540, 1020]];

describe.each(BROWSERS)('what is typed counts when it is whole, and is not lost, in %s', kind => {
  let web: FakeWeb;
  let session: BrowserSession;
  let watching: Page;
  let tomorrow: { index: number; name: string };

  const settingsNow = () => ask<SettingsAndAccess>(watching, 'readSettings');

  beforeAll(async () => {
    web = await startFakeWeb();
    session = await startBrowser(kind, { fakeWeb: web });
    watching = await session.openExtensionPage(PAGES.popup);
    tomorrow = await watching.evaluate(tomorrowScript);
    const week = Array.from({ length: 7 }, (_, index) => (index === tomorrow.index ? NINE_TO_FIVE : ALL_DAY));
    await ask(watching, 'editSettings', { edit: 'set-work-hours', workHours: { always: false, week } });
    await (await pinRock(session, 'Finish the Acme proposal')).close();
  });

  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  async function open(path: string): Promise<Page> {
    const page = await session.openExtensionPage(path);
    await page.bringToFront();
    return page;
  }

  const hours = async () => (await settingsNow()).settings.workHours.week[tomorrow.index];

  async function typeHour(page: Page, end: 'from' | 'to', digits: string): Promise<void> {
    const field = await page.waitForSelector(`[aria-label="${tomorrow.name}, ${end}"]`, { visible: true });
    await field?.focus();
    await page.keyboard.type(digits, { delay: 50 });
  }

  it('an hour, digit by digit, while sites are blocked', async () => {
    const page = await open(PAGES.settings);
    await typeHour(page, 'from', '0830');
    expect(await hours()).toEqual(NINE_TO_FIVE);
    await page.keyboard.press('Enter');
    await until(async () => (await hours())?.[0]?.[0] === 510, 'Half past eight was not saved');
    const { isBlocking, pending } = await settingsNow();
    expect([isBlocking, pending]).toEqual([true, []]);
    expect(await hours()).toEqual([[510, 1020]]);
    await page.close();
  });

  it('lines, in a tab that is closed then and there', async () => {
    const page = await open(PAGES.settings);
    await (await waitFor(page, 'textbox', 'Better things to do')).focus();
    await page.keyboard.type('Call Dana at Acme');
    await page.close();
    await until(
      async () => (await settingsNow()).settings.betterThings.includes('Call Dana at Acme'),
      'It was lost',
    );
  });

  it('an hour, in a tab that is left', async () => {
    const page = await open(PAGES.settings);
    await typeHour(page, 'to', '0515');
    await watching.bringToFront();
    await until(async () => (await hours())?.[0]?.[1] === 1035, 'It was lost');
    await page.close();
  });

  it('an hour, in a tab that is closed', async () => {
    const page = await open(PAGES.settings);
    await typeHour(page, 'to', '0520');
    await page.close();
    await until(async () => (await hours())?.[0]?.[1] === 1040, 'It was lost');
  });

  it('the question of the first run, in a tab that is closed', async () => {
    const page = await open(PAGES.welcome);
    await (await waitFor(page, 'textbox', 'Your question')).click({ count: 3 });
    await page.keyboard.type('Does it get me a meeting?');
    await page.close();
    await until(
      async () => (await settingsNow()).settings.question === 'Does it get me a meeting?',
      'It was lost',
    );
  });

  it('lines, in a tab that is left, and one is where one was', async () => {
    const page = await open(PAGES.settings);
    await (await waitFor(page, 'textbox', 'Better things to do')).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Write to Priya');
    await page.keyboard.press('Enter');
    await watching.bringToFront();
    await until(
      async () => (await settingsNow()).settings.betterThings.includes('Write to Priya'),
      'It was not saved',
    );
    await page.bringToFront();
    const held = () => page.evaluate(() => document.activeElement?.id);
    await until(async () => (await held()) === 'better-things', 'The keyboard lost its place');
    await page.keyboard.type('Walk');
    const lines = await page.$eval('#better-things', field => (field as HTMLTextAreaElement).value);
    expect(lines).toBe('Call Dana at Acme\nWrite to Priya\nWalk');
    await page.close();
  });
});

/** Runs inside a page: the weekday of tomorrow, by its place in a week from Monday and by its name. */
function tomorrowScript(): { index: number; name: string } {
  const date = new Date(Date.now() + 24 * 60 * 60 * 1000);
  return { index: (date.getDay() + 6) % 7, name: date.toLocaleDateString('en-US', { weekday: 'long' }) };
}
