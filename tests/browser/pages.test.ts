import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, BROWSERS, PAGES, startBrowser, until, workAllDay } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { heading } from './harness/by-role';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { faultsOf } from './page-faults';

const BLOCK_PAGE = `${PAGES.blocked}#https://www.facebook.com/`;

describe.each(BROWSERS)('every page in %s', kind => {
  let web: FakeWeb;
  let session: BrowserSession;
  // Firefox takes no word from outside on light and dark.
  const schemes = kind === 'chromium' ? (['light', 'dark'] as const) : (['light'] as const);

  beforeAll(async () => {
    web = await startFakeWeb();
    session = await startBrowser(kind, { fakeWeb: web });
    await workAllDay(session);
  });

  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  /** A page with all that can be unfolded in it. */
  async function unfolded(path: string, width: number, scheme: (typeof schemes)[number]) {
    const page = await session.openExtensionPage(path);
    await page.setViewport({ width, height: 800 });
    if (kind === 'chromium')
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await until(async () => (await heading(page)) !== '', `${path} has no heading`);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    return page;
  }

  async function faults(paths: readonly string[], width: number): Promise<string[]> {
    const all: string[] = [];
    for (const scheme of schemes)
      for (const path of paths) {
        const page = await unfolded(path, path === PAGES.popup ? 360 : width, scheme);
        all.push(...(await faultsOf(page)).map(fault => `${path}, ${scheme}: ${fault}`));
        await page.close();
      }
    return all;
  }

  it('is without fault at first, on a wide window', async () => {
    expect(await faults([PAGES.welcome, PAGES.settings, PAGES.popup], 1280)).toEqual([]);
  });

  it('is without fault with a rock pinned and a category of one’s own, on a small one', async () => {
    const desk = await session.openExtensionPage(PAGES.settings);
    const own = { edit: 'add-category', category: 'own', name: 'News', colour: 'fjord' };
    await ask(desk, 'editSettings', own);
    await ask(desk, 'pinRock', { title: 'Finish the Acme proposal' });
    expect(await faults([PAGES.welcome, PAGES.settings, PAGES.popup, BLOCK_PAGE], 320)).toEqual([]);
  });
});
