import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addSite,
  ask,
  BROWSERS,
  headed,
  PAGES,
  pinRock,
  seconds,
  startBrowser,
  until,
  workAllDay,
} from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { click, texts, waitFor } from './harness/by-role';
import { type Display, startDisplay } from './harness/display';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';

interface Exported {
  exportedAt: string;
  rocks: { title: string }[];
  visits: { start: string; end: string; site: string }[];
  days: { day: string; site: string; seconds: number; attempts: number }[];
}

const ROCK = 'Finish the Acme proposal';

/** One profile is used and exported, and the file imported into another that is empty. */
describe.each(BROWSERS)('import in %s', kind => {
  let web: FakeWeb;
  let display: Display;
  let session: BrowserSession;
  let settings: Page;
  let report: Page;
  let folder: string;
  let written: Exported;
  let day: unknown;

  beforeAll(async () => {
    web = await startFakeWeb();
    display = await startDisplay();
    folder = await mkdtemp(join(tmpdir(), 'import-'));
    const letGo = display.keepAwake(3000);
    session = await startBrowser(kind, { fakeWeb: web, display: display.display });
    await useIt();
    written = await exportedFile();
    day = await reportOf(session);
    await session.close();
    letGo();

    session = await startBrowser(kind, { fakeWeb: web, display: display.display });
    report = await session.openExtensionPage(PAGES.report);
    settings = await session.openExtensionPage(PAGES.settings);
  });

  afterAll(async () => {
    await session?.close();
    await display?.close();
    await web?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  /** Some time on a site, a rock, a site of one's own, an attempt. */
  async function useIt(): Promise<void> {
    const page = await session.openPage('https://unlisted.example/');
    await page.bringToFront();
    await session.goto(page, 'https://www.facebook.com/');
    await seconds(3);
    await session.goto(page, 'https://after.example/');
    await addSite(session, 'scores.example', 'Scoreboards');
    await workAllDay(session);
    const popup = await pinRock(session, ROCK);
    await page.bringToFront();
    await session.goto(page, 'https://www.reddit.com/');
    await headed(page, ROCK);
    await until(async () => {
      const { days } = await ask<Exported>(popup, 'exportAll');
      return days.some(({ attempts }) => attempts === 1);
    }, 'The attempt was not counted');
    await popup.close();
  }

  /** What *Export JSON* saves. */
  async function exportedFile(): Promise<Exported> {
    const page = await session.openExtensionPage(PAGES.settings);
    await click(page, 'button', 'Export JSON');
    await until(async () => (await session.downloads('.json')).length > 0, 'No file was saved');
    const [content = ''] = await session.downloads('.json');
    await page.close();
    return JSON.parse(content);
  }

  /** Where a file lies that holds this. */
  async function fileWith(content: string): Promise<string> {
    const path = join(folder, 'big-rock.json');
    await writeFile(path, content);
    return path;
  }

  /** The figures of the day, apart from when and where they were asked for. */
  async function reportOf({ openExtensionPage }: BrowserSession): Promise<unknown> {
    const page = await openExtensionPage(PAGES.report);
    const { sites, categories, rocks } = await ask<Record<string, unknown>>(page, 'readDay', { day: null });
    await page.close();
    return { sites, categories, rocks };
  }

  async function choose(path: string): Promise<void> {
    const input = await settings.$('input[type=file]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
  }

  /** Chooses a file, and agrees to what it would bring; nothing is changed before. */
  async function take(path: string): Promise<void> {
    const before = await exported();
    await choose(path);
    await waitFor(settings, 'button', 'Import it');
    expect(await exported()).toEqual(before);
    await settings.bringToFront();
    await click(settings, 'button', 'Import it');
  }

  async function shownInOpenReport(site: string): Promise<void> {
    const isShown = async () => (await texts(report, 'td, th')).some(cell => cell.includes(site));
    await until(isShown, `The report that was open does not show ${site}`);
  }

  const says = async () => (await texts(settings, '#data')).join(' ');

  const exported = async () => ({ ...(await ask<Exported>(settings, 'exportAll')), exportedAt: '' });

  it('has a button for it', async () => {
    await waitFor(settings, 'button', 'Import…');
    expect(written.visits.map(({ site }) => site)).toEqual(['facebook.com']);
    expect(written.rocks.map(({ title }) => title)).toEqual([ROCK]);
  });

  it('refuses a broken file with the place, and changes nothing', async () => {
    const before = await exported();
    const [visit] = written.visits;
    const broken = { ...written, visits: [visit, { ...visit, end: visit?.start }] };
    await choose(await fileWith(JSON.stringify(broken)));
    await until(
      async () => (await says()).includes('visits[1].end: The end must come after the start.'),
      'No place',
    );
    expect(await exported()).toEqual(before);
    await choose(await fileWith('{"format":"big-rock",'));
    await until(async () => (await says()).includes('it is not JSON'), 'No sentence');
    expect(await exported()).toEqual(before);
  });

  it('restores the export, and every open page shows it', async () => {
    await take(await fileWith(JSON.stringify(written)));
    await until(async () => (await says()).includes('Added 1 visit'), `Only: ${await says()}`);
    expect(await exported()).toEqual({ ...written, exportedAt: '' });
    expect(await reportOf(session)).toEqual(day);
    await shownInOpenReport('facebook.com');
    await waitFor(settings, 'button', 'Remove scores.example');
  });

  it('adds a visit that another file has, and every open page shows it', async () => {
    const other = {
      ...written,
      visits: written.visits.map(visit => ({ ...visit, site: 'x.com' })),
      days: [],
    };
    await take(await fileWith(JSON.stringify(other)));
    await shownInOpenReport('x.com');
    const { visits, days } = await exported();
    expect(visits.map(({ site }) => site).sort()).toEqual(['facebook.com', 'x.com']);
    const time = (wanted: string) => days.find(({ site }) => site === wanted)?.seconds;
    expect(time('x.com')).toBe(time('facebook.com'));
  });

  it('blocks what the file says is blocked, at once', async () => {
    const page = await session.openPage();
    await session.goto(page, 'https://scores.example/');
    await headed(page, ROCK);
    await page.close();
  });

  it('changes nothing the second time', async () => {
    const before = await exported();
    await take(await fileWith(JSON.stringify(written)));
    await until(async () => (await says()).includes('Everything in this file was already here.'), 'Not said');
    expect(await exported()).toEqual(before);
  });
});
