import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SettingsAndAccess } from '../../src/messages/requests';
import { ask, BROWSERS, folderOf, PAGES, startBrowser, startWith, until, workAllDay } from './browsers';
import type { BrowserKind, BrowserSession } from './harness/browser-session';
import { heading } from './harness/by-role';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { faultsOf } from './page-faults';

const BLOCK_PAGE = `${PAGES.blocked}#https://www.facebook.com/`;
const WITH_A_ROCK = [PAGES.welcome, PAGES.settings, PAGES.popup, BLOCK_PAGE];
const ALL = [...WITH_A_ROCK, PAGES.report, `${PAGES.report}#week/2026-W47`];

interface Look {
  width: number;
  scheme?: 'light' | 'dark';
  /** How large letters are, where 1 is the usual. */
  text?: number;
}

/** Opens each page with all that can be unfolded in it; what is wrong with any. */
async function faultsIn(session: BrowserSession, paths: readonly string[], look: Look): Promise<string[]> {
  const { width, scheme = 'light', text = 1 } = look;
  const all: string[] = [];
  for (const path of paths) {
    const page = await session.openExtensionPage(path);
    await page.setViewport({
      width: path === PAGES.popup ? Math.min(width, 360 * text) : width,
      height: 800,
    });
    await session.prefer(page, { scheme });
    await until(async () => (await heading(page)) !== '', `${path} has no heading`);
    await until(async () => (await page.$('[aria-busy="true"]')) === null, `${path} is not read`);
    await page.evaluate(size => {
      document.documentElement.style.fontSize = `${size * 100}%`;
      for (const details of document.querySelectorAll('details')) details.open = true;
    }, text);
    all.push(...(await faultsOf(page)).map(fault => `${path} ${JSON.stringify(look)}: ${fault}`));
    await page.close();
  }
  return all;
}

describe.each(BROWSERS)('every page in %s', kind => {
  let web: FakeWeb;
  let session: BrowserSession;

  beforeAll(async () => {
    web = await startFakeWeb();
    session = await startBrowser(kind, { fakeWeb: web });
    await workAllDay(session);
  });

  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  async function faults(paths: readonly string[], width: number): Promise<string[]> {
    const light = await faultsIn(session, paths, { width });
    return [...light, ...(await faultsIn(session, paths, { width, scheme: 'dark' }))];
  }

  it('is without fault at first, on a wide window', async () => {
    expect(await faults([PAGES.welcome, PAGES.settings, PAGES.popup], 1280)).toEqual([]);
  });

  it('is without fault with a rock pinned and a category of one’s own, on a small one', async () => {
    const desk = await session.openExtensionPage(PAGES.settings);
    const own = { edit: 'add-category', category: 'own', name: 'News', colour: 'fjord' };
    await ask(desk, 'editSettings', own);
    await ask(desk, 'pinRock', { title: 'Finish the Acme proposal' });
    expect(await faults(WITH_A_ROCK, 320)).toEqual([]);
  });

  it('has room for letters of twice the size', async () => {
    expect(await faultsIn(session, ALL, { width: 640, text: 2 })).toEqual([]);
  });
});

/** A copy of the build that speaks another language; browsers choose by the system, which has but one here. */
async function speaking(language: string, kind: BrowserKind): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${language}-`));
  await cp(folderOf(kind, 'e2e'), folder, { recursive: true });
  await cp(join(folder, '_locales', language), join(folder, '_locales', 'en'), { recursive: true });
  return folder;
}

describe.each(BROWSERS)('every page in %s, in a language', kind => {
  let web: FakeWeb;

  beforeAll(async () => {
    web = await startFakeWeb();
  });

  afterAll(async () => {
    await web?.close();
  });

  it.each([
    ['de', 'ltr', 'Soziale Netze'],
    ['ja', 'ltr', 'SNS'],
    ['ar', 'rtl', 'التواصل الاجتماعي'],
  ])('of long words, other letters or the other direction: %s', async (language, direction, social) => {
    const folder = await speaking(language, kind);
    const session = await startWith(kind, { fakeWeb: web, extensionDir: folder });
    try {
      const desk = await session.openExtensionPage(PAGES.settings);
      const { settings } = await ask<SettingsAndAccess>(desk, 'readSettings');
      expect(settings.categories[0]?.name).toBe(social);
      expect(await desk.evaluate(() => document.documentElement.dir)).toBe(direction);
      const week = settings.workHours.week;
      await ask(desk, 'editSettings', { edit: 'set-work-hours', workHours: { always: true, week } });
      await ask(desk, 'pinRock', { title: 'Acme' });
      expect(await faultsIn(session, ALL, { width: 320 })).toEqual([]);
    } finally {
      await session.close();
      await rm(folder, { recursive: true });
    }
  });
});
