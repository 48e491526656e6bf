import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSite, ask, BROWSERS, headed, PAGES, pinRock, startBrowser, until, workAllDay } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { click, heading, texts, waitFor } from './harness/by-role';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';

const ROCK = 'Finish the Acme proposal';
const SITE = 'facebook.com';
const ADDRESS = `https://www.${SITE}/`;

interface View {
  settings: { sites: { pattern: string }[] };
  pending: { takesEffectAt: number; askedAt: number }[];
}

describe.each(BROWSERS)('changes of the settings while sites are blocked in %s', kind => {
  let web: FakeWeb;
  let session: BrowserSession;
  let settings: Page;
  const blockPage = (address: string) => `${session.extensionUrl(PAGES.blocked)}#${address}`;
  const view = () => ask<View>(settings, 'readSettings');
  const isListed = async () => (await view()).settings.sites.some(({ pattern }) => pattern === SITE);
  const waiting = () => texts(settings, '.pending li .strong');
  const isBlocked = async (address: string) => {
    const page = await session.openPage();
    await session.goto(page, address);
    await session.waitForUrl(page, url => url === blockPage(address));
    await headed(page, ROCK);
    return page;
  };
  const remove = async () => {
    await click(settings, 'button', `Remove ${SITE}`);
    await until(async () => (await waiting()).includes(`Remove ${SITE}`), 'The removal does not wait');
  };

  beforeAll(async () => {
    web = await startFakeWeb();
    session = await startBrowser(kind, { fakeWeb: web });
    await workAllDay(session);
    await (await pinRock(session, ROCK)).close();
    settings = await session.openExtensionPage(PAGES.settings);
    await waitFor(settings, 'button', `Remove ${SITE}`);
  });

  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  it('a site that is removed waits ten minutes, and stays blocked', async () => {
    await remove();
    const { pending } = await view();
    expect(pending.map(({ askedAt, takesEffectAt }) => takesEffectAt - askedAt)).toEqual([10 * 60_000]);
    expect(await isListed()).toBe(true);
    await waitFor(settings, 'button', `Remove ${SITE}`);
    await (await isBlocked(ADDRESS)).close();
  });

  it('it can be cancelled', async () => {
    await settings.bringToFront();
    await click(settings, 'button', 'Cancel');
    await until(async () => (await waiting()).length === 0, 'The removal still waits');
    expect((await view()).pending).toEqual([]);
    expect(await isListed()).toBe(true);
  });

  it('a site that is added is blocked at once', async () => {
    await addSite(session, 'news.example', 'Social');
    await (await isBlocked('https://news.example/')).close();
    expect((await view()).pending).toEqual([]);
  });

  it('what waits takes effect when the rock is done', async () => {
    await settings.bringToFront();
    await remove();
    const blocked = await isBlocked(ADDRESS);
    const popup = await session.openExtensionPage(PAGES.popup);
    await click(popup, 'button', 'Done');
    await until(async () => !(await isListed()), 'The site is still listed');
    await session.waitForUrl(blocked, url => url === ADDRESS);
    expect(await heading(blocked)).toBe('www.facebook.com/');
    // Nor does it come back with the rock.
    await click(popup, 'button', 'Not done after all');
    await waitFor(popup, 'button', 'Done');
    expect(await isListed()).toBe(false);
    await until(async () => (await waiting()).length === 0, 'The list still shows what took effect');
  });
});
