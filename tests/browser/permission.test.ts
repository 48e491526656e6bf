import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, BROWSERS, headed, PAGES, pinRock, startBrowser, until, workAllDay } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { click, heading, texts, waitFor } from './harness/by-role';
import { type Display, startDisplay } from './harness/display';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { sayNo, sayYes } from './harness/question';

interface Access {
  origins: string[];
  withoutAccess: string[];
}

/** The build that people install, in a real window, with the browser's own question. */
describe.each(BROWSERS)('permission in %s', kind => {
  let web: FakeWeb;
  let display: Display;
  let session: BrowserSession;

  beforeAll(async () => {
    web = await startFakeWeb();
    display = await startDisplay();
    session = await startBrowser(kind, { fakeWeb: web, display: display.display }, 'shipped');
  });

  afterAll(async () => {
    await session?.close();
    await display?.close();
    await web?.close();
  });

  it('has no access when it is installed, shows that, and works without', async () => {
    const settings = await session.openExtensionPage(PAGES.settings);
    const { origins, withoutAccess } = await ask<Access>(settings, 'readSettings');
    expect(origins).toEqual([]);
    expect(withoutAccess).toContain('facebook.com');
    await waitFor(settings, 'button', 'Allow on these sites');
    await settings.close();
    await workAllDay(session);
    const popup = await pinRock(session, 'Finish the Acme proposal');
    expect((await texts(popup, 'body')).join(' ')).toMatch(/sites? waits? for your permission/);
    await popup.close();
    const page = await session.openPage('https://www.facebook.com/');
    expect(await heading(page)).toBe('www.facebook.com/');
    await page.close();
  });

  it('takes a no, says what that means, and can ask again', async () => {
    const welcome = await session.openExtensionPage(PAGES.welcome);
    await welcome.bringToFront();
    await sayNo(session, display, welcome, () => click(welcome, 'button', 'Allow on these sites'));
    const says = async () => (await texts(welcome, '[role=status]')).join(' ');
    await until(
      async () => (await says()).includes('Nothing is lost: your list is kept'),
      'Nothing is said of the no',
    );
    expect((await ask<Access>(welcome, 'readSettings')).origins).toEqual([]);
    await waitFor(welcome, 'button', 'Allow on these sites');
    await welcome.close();
  });

  it('asks once for the chosen sites, and blocks them when allowed', async () => {
    const welcome = await session.openExtensionPage(PAGES.welcome);
    await welcome.bringToFront();
    await click(welcome, 'button', 'Allow on these sites');
    await sayYes(session, display, welcome);
    await until(
      async () => (await ask<Access>(welcome, 'readSettings')).withoutAccess.length === 0,
      'Not allowed',
    );
    const { origins } = await ask<Access>(welcome, 'readSettings');
    expect(origins).toContain('*://*.facebook.com/*');
    expect(origins).not.toContain('*://*/*');

    web.clear();
    const page = await session.openPage();
    await session.goto(page, 'https://www.facebook.com/');
    await headed(page, 'Finish the Acme proposal');
    expect(web.hits('www.facebook.com')).toEqual([]);
    await page.close();
    await welcome.close();
  });
});
