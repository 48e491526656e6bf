import { resolve } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SettingsAndAccess } from '../../src/messages/requests';
import { ask, BROWSERS, PAGES, startBrowser, until } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { click, texts, waitFor } from './harness/by-role';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { faultsOf } from './page-faults';

interface Exported {
  days: { day: string; site: string; seconds: number }[];
}

/** Files as those products write them. */
describe.each(BROWSERS)('what other products leave, taken over in %s', kind => {
  let web: FakeWeb;
  let session: BrowserSession;
  let settings: Page;

  beforeAll(async () => {
    web = await startFakeWeb();
    session = await startBrowser(kind, { fakeWeb: web });
    settings = await session.openExtensionPage(PAGES.settings);
    await waitFor(settings, 'button', 'Import…');
  });

  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  const says = async () => (await texts(settings, '#data')).join(' ');
  const listed = async () =>
    (await ask<SettingsAndAccess>(settings, 'readSettings')).settings.sites.map(
      ({ pattern }) => pattern as string,
    );

  /** Chooses a file and agrees to what it would bring; gives what was said of it before. */
  async function take(file: string): Promise<string> {
    const input = await settings.$('input[type=file]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(resolve('tests/fixtures/foreign', file));
    await waitFor(settings, 'button', 'Import it');
    const preview = await says();
    expect(await faultsOf(settings)).toEqual([]);
    await click(settings, 'button', 'Import it');
    return preview;
  }

  it('a plain list', async () => {
    const before = await listed();
    const preview = await take('plain-list.txt');
    expect(preview).toContain('A list of sites');
    expect(preview).toContain('dana@acme.example: not a site address');
    const added = async () => (await listed()).filter(pattern => !before.includes(pattern)).sort();
    await until(async () => (await added()).length === 4, 'Not all was added');
    expect(await added()).toEqual(['+reddit.com/r/sales', '127.0.0.1', 'reddit.com/r/popular', 'x.com/home']);
  });

  it('the list of LeechBlock, with its hours', async () => {
    const preview = await take('leechblock.txt');
    expect(preview).toContain('LeechBlock');
    expect(preview).toContain('reddit.com/?sort=new');
    const hours = async () =>
      (await ask<SettingsAndAccess>(settings, 'readSettings')).settings.workHours.week[0];
    await until(async () => (await hours())?.length === 2, 'The hours were not taken over');
    expect(await listed()).toContain('old.reddit.com/r/*/comments');
  });

  it('the history of Web Activity Time Tracker', async () => {
    const preview = await take('web-activity-time-tracker.csv');
    expect(preview).toContain('Web Activity Time Tracker');
    const timeOn = async (day: string) => {
      const { days } = await ask<Exported>(settings, 'exportAll');
      return days.find(each => each.day === day && each.site === 'facebook.com')?.seconds;
    };
    await until(async () => (await timeOn('2026-11-21')) === 903, 'The history was not taken over');
    expect(await timeOn('2026-11-20')).toBe(1834);
  });

  it('a history of Time Tracker that says the same again', async () => {
    const before = (await ask<Exported>(settings, 'exportAll')).days;
    await take('time-tracker.csv');
    await until(async () => (await says()).includes('Everything in this file was already here.'), 'Not said');
    expect((await ask<Exported>(settings, 'exportAll')).days).toEqual(before);
  });
});
