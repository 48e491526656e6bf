import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOCIAL, termsOf } from '../../src/domain/settings';
import type { SettingsAndAccess } from '../../src/messages/requests';
import { ask, BROWSERS, PAGES, pinRock, startBrowser, until, workAllDay } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { html } from './harness/fake-answers';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { framedMarkup } from './harness/framed-markup';
import { locationOf } from './harness/page-location';

const ROCK = 'Finish the Acme proposal';
const INSIDE = 'https://www.facebook.com/inside';

describe.each(BROWSERS)('a listed site inside another page in %s', kind => {
  let web: FakeWeb;
  let session: BrowserSession;
  let popup: Page;

  beforeAll(async () => {
    web = await startFakeWeb();
    web.route('news.example', '/', () => html('News', `<iframe src="${INSIDE}"></iframe>`));
    session = await startBrowser(kind, { fakeWeb: web });
    await workAllDay(session);
    popup = await pinRock(session, ROCK);
  });

  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  const blockPage = () => `${session.extensionUrl(PAGES.blocked)}#${INSIDE}`;

  it('is left alone', async () => {
    const page = await session.openPage('https://news.example/');
    await until(() => web.hits('www.facebook.com').length > 0, 'The frame did not load');
    expect(await framedMarkup(session, blockPage())).toBeNull();
    await page.close();
  });

  it('is a small card where its category is blocked also inside other pages', async () => {
    const { settings } = await ask<SettingsAndAccess>(popup, 'readSettings');
    const social = settings.categories.find(({ id }) => id === SOCIAL);
    if (!social) throw new Error('No Social');
    const terms = { ...termsOf(social), insidePages: true };
    await ask(popup, 'editSettings', { edit: 'set-policy', category: SOCIAL, terms });
    web.clear();
    const page = await session.openPage('https://news.example/');
    const card = () => framedMarkup(session, blockPage());
    await until(async () => (await card())?.includes('class="framed"') ?? false, 'The frame is not the card');
    expect(await card()).not.toContain(ROCK);
    expect(web.hits('www.facebook.com')).toEqual([]);
    expect(await locationOf(page)).toBe('https://news.example/');
    await page.close();
  });
});
