import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, BROWSERS, folderOf, PAGES, pinRock, startBrowser, until, workAllDay } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { click, heading, waitFor } from './harness/by-role';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';

/** What the person goes to; of these, one is blocked. */
const VISITED = ['https://news.example/today', 'https://mail.google.com/', 'https://www.facebook.com/groups'];
const HOSTS = VISITED.map(address => new URL(address).hostname);
/** What browsers ask their makers for by themselves, also without any extension. */
const OF_THE_MAKERS = /(^|\.)(google|googleapis|gstatic|gvt1|mozilla|firefox)\.(com|org|net)$/;

describe.each(BROWSERS)('nothing leaves %s', kind => {
  let web: FakeWeb;
  let session: BrowserSession;

  beforeAll(async () => {
    web = await startFakeWeb();
    session = await startBrowser(kind, { fakeWeb: web });
  });

  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  it('but what the person asks for', async () => {
    await workAllDay(session);
    const popup = await pinRock(session, 'Finish the Acme proposal');
    const page = await session.openPage();
    for (const address of VISITED) await session.goto(page, address);
    for (const path of Object.values(PAGES)) {
      const own = await session.openExtensionPage(path);
      await until(async () => (await heading(own)) !== '', `${path} has no heading`);
      await own.close();
    }
    await ask(popup, 'exportAll');
    await session.killWorker();
    await popup.bringToFront();
    await click(popup, 'button', 'Done');
    await waitFor(popup, 'button', 'Not done after all');
    await session.waitForUrl(page, url => url === VISITED[2]);
    const asked = new Set(web.hits().map(({ host }) => host));
    expect([...asked].filter(host => !HOSTS.includes(host) && !OF_THE_MAKERS.test(host))).toEqual([]);
    expect(asked).toContain('www.facebook.com');
  });

  it('and its pages may not ask the web for anything', async () => {
    const { content_security_policy: policy } = JSON.parse(
      readFileSync(`${folderOf(kind, 'e2e')}/manifest.json`, 'utf8'),
    );
    expect(policy.extension_pages).toContain("default-src 'none'");
    web.clear();
    const own = await session.openExtensionPage(PAGES.settings);
    const refused = () =>
      Promise.all([
        fetch('https://elsewhere.example/fetched').then(
          () => 'answered',
          () => 'refused',
        ),
        new Promise(resolve => {
          const picture = new Image();
          picture.onload = () => resolve('answered');
          picture.onerror = () => resolve('refused');
          picture.src = 'https://elsewhere.example/picture.png';
        }),
      ]);
    expect(await own.evaluate(refused)).toEqual(['refused', 'refused']);
    expect(web.hits('elsewhere.example')).toEqual([]);
  });
});
