import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, BROWSERS, headed, PAGES, pinRock, seconds, startBrowser, until, workAllDay } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { click, fill, texts, waitFor } from './harness/by-role';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { ADDON_ID } from './harness/firefox';
import { framedMarkup } from './harness/framed-markup';
import { sendMessageScript } from './page-script';

const ROCK = 'Finish the Acme proposal';

describe.each(BROWSERS)('bad input in %s', kind => {
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

  /** Whether a visit to a blocked site still ends on the block page, and the rock is still there. */
  async function stillBlocks(): Promise<void> {
    web.clear();
    const page = await session.openPage();
    await session.goto(page, 'https://www.facebook.com/');
    await headed(page, ROCK);
    expect(web.hits('www.facebook.com')).toEqual([]);
    await page.close();
  }

  const alerts = (page: Page) => texts(page, '[role=alert]');

  it.each([
    ['an empty title', ' ', 'Say what the rock is first. A few words are enough.'],
    [
      'a title of 10,000 characters',
      'x'.repeat(10_000),
      'That title is too long. Keep it to 200 characters.',
    ],
  ])('%s is refused in words, and the text is kept', async (_name, title, sentence) => {
    const popup = await session.openExtensionPage(PAGES.popup);
    const box = await waitFor(popup, 'textbox', "Today's big rock");
    await box.evaluate((element, text) => {
      const input = element as HTMLInputElement;
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, title);
    await click(popup, 'button', 'Pin it');
    await until(async () => (await alerts(popup)).includes(sentence), 'No sentence');
    expect(await box.evaluate(element => (element as HTMLInputElement).value)).toBe(title);
    await popup.close();
  });

  it('a malformed message gets a clear answer and changes nothing', async () => {
    const popup = await pinRock(session, ROCK);
    const before = await ask(popup, 'exportAll');
    for (const message of [
      null,
      'finishRock',
      {},
      { request: 'finishRock' },
      { request: 'nothing', args: {} },
      { request: 'pinRock', args: { title: ['One'] } },
      { request: 'editSettings', args: { edit: 'remove-site', pattern: 'facebook.com', also: 'x.com' } },
    ]) {
      expect(await popup.evaluate(sendMessageScript, message)).toEqual({ fault: 'malformed' });
    }
    const now = await ask(popup, 'exportAll');
    expect({ ...(now as object), exportedAt: '' }).toEqual({ ...(before as object), exportedAt: '' });
    await popup.close();
    await stillBlocks();
  });

  it('a web page cannot send a message, and a block page that it frames shows nothing and can do nothing', async () => {
    const watcher = await session.openExtensionPage(PAGES.report);
    const attempts = async () =>
      (await ask<{ sites: { attempts: number }[] }>(watcher, 'readDay', { day: null })).sites;
    const before = await attempts();
    const page = await session.openPage('https://other.example/');
    const id = new URL(session.extensionUrl('')).host;
    const answer = await page.evaluate(async extensionId => {
      const scope = globalThis as unknown as Record<
        'browser' | 'chrome',
        { runtime?: { sendMessage?: unknown } } | undefined
      >;
      const send = (scope.browser ?? scope.chrome)?.runtime?.sendMessage;
      if (typeof send !== 'function') return 'no way to send';
      return Promise.resolve(send(extensionId, { request: 'finishRock', args: {} })).then(String, String);
    }, id);
    expect(answer).toBe('no way to send');
    await page.evaluate(
      async address => {
        const frame = document.createElement('iframe');
        frame.src = address;
        const loaded = new Promise(done => frame.addEventListener('load', done));
        document.body.append(frame);
        await Promise.race([loaded, new Promise(done => setTimeout(done, 3000))]);
      },
      `${session.extensionUrl(PAGES.blocked)}#https://www.facebook.com/`,
    );
    const markup = () =>
      framedMarkup(session, `${session.extensionUrl(PAGES.blocked)}#https://www.facebook.com/`);
    await until(
      async () => (await markup())?.includes('class="framed"') ?? false,
      'The frame is not the card',
    );
    expect(await markup()).not.toContain(ROCK);
    expect(await markup()).not.toMatch(/<(?:button|a|input|form)\b/);
    expect(await attempts()).toEqual(before);
    await watcher.close();
    await page.close();
    await stillBlocks();
  });

  it('another extension gets no answer, and moves nothing', async () => {
    web.clear();
    const id = kind === 'chromium' ? new URL(session.extensionUrl('')).host : ADDON_ID;
    const folder = await mkdtemp(join(tmpdir(), 'other-extension-'));
    await writeOtherExtension(folder, id, { request: 'finishRock', args: {} });
    await session.browser().installExtension(folder);
    const said = () => web.hits('other.example').find(({ path }) => path.startsWith('/said?'))?.path ?? '';
    await until(() => said() !== '', 'The other extension did not come to speak');
    expect(decodeURIComponent(said())).toContain('Receiving end does not exist');
    await rm(folder, { recursive: true });
    await stillBlocks();
  });

  it.each([
    ['no address', ''],
    ['an empty address', '#'],
    ['a script', '#javascript:document.title="run"'],
    ['data', '#data:text/html,<h1>Data</h1>'],
    ['an extension page', '#moz-extension://settings/'],
    ['its own address', 'self'],
    ['what is no address', '#//:::'],
  ])('the block page opened with %s goes nowhere and says so', async (_name, fragment) => {
    const own = session.extensionUrl(PAGES.blocked);
    const page = await session.openExtensionPage(
      fragment === 'self' ? `${PAGES.blocked}#${own}` : `${PAGES.blocked}${fragment}`,
    );
    const sentence = async () => (await texts(page, 'main')).join(' ');
    await until(async () => (await sentence()).includes('leads nowhere else'), `Only: ${await sentence()}`);
    expect(await page.evaluate(() => location.href.split('#')[0])).toBe(own);
    expect(await page.title()).not.toBe('run');
    expect(await page.$$('a[href^="javascript"], a[href^="data"]')).toEqual([]);
    await page.close();
  });

  it('what is no site is refused in place', async () => {
    const settings = await session.openExtensionPage(PAGES.settings);
    await fill(settings, 'textbox', 'Add a site', 'face book');
    await click(settings, 'button', 'Add');
    await until(
      async () => (await alerts(settings)).includes('That is not a site address. Try reddit.com'),
      'No sentence',
    );
    await settings.close();
  });

  const says = async (page: Page, words: string) => {
    const isSaid = async () => (await texts(page, 'body')).join(' ').includes(words);
    await until(isSaid, `The popup does not say "${words}"`);
  };

  it('a background that ends while pages ask it is asked again, and not a word is said of it', async () => {
    const popup = await session.openExtensionPage(PAGES.popup);
    await headed(popup, ROCK);
    const settings = await session.openExtensionPage(PAGES.settings);
    await popup.evaluate(noteAlertsScript);
    for (let count = 0; count < 10; count++) {
      // News of it has the popup ask what is so now.
      await ask(settings, 'editSettings', { edit: 'set-question', question: `Question ${count}?` });
      await session.killWorker();
    }
    // As long as the popup may go on asking before it says something.
    await seconds(2);
    expect(await popup.evaluate(() => (globalThis as Noted).alerts)).toEqual([]);
    await settings.close();
    await popup.close();
  });

  /** Puts another database in place of the extension's own and starts its background again. */
  async function withDatabaseOf(version: number): Promise<Page> {
    const popup = await session.openExtensionPage(PAGES.popup);
    await ask(popup, 'readToday');
    await popup.evaluate(replaceDatabaseScript, version);
    await session.killWorker();
    await session.goto(popup, session.extensionUrl(PAGES.popup));
    return popup;
  }

  const storedRocks = async (popup: Page) => {
    const { rocks } = await ask<{ rocks: { title: string; status: string }[] }>(popup, 'exportAll');
    return rocks.map(({ title, status }) => [title, status]);
  };

  it('a database that is not its own is replaced from the copy, and it says so until that was read', async () => {
    const popup = await withDatabaseOf(10);
    await says(popup, 'restored from a copy');
    await headed(popup, ROCK);
    await stillBlocks();
    expect(await storedRocks(popup)).toEqual([[ROCK, 'open']]);
    await click(popup, 'button', 'Got it');
    await until(async () => !(await texts(popup, 'button')).includes('Got it'), 'It is said for ever');
    await session.killWorker();
    await session.goto(popup, session.extensionUrl(PAGES.popup));
    await headed(popup, ROCK);
    expect(await texts(popup, 'button')).not.toContain('Got it');
    await popup.close();
  });

  it('a newer database is left alone, blocking goes on, and what happened is written when there is one', async () => {
    const popup = await withDatabaseOf(990);
    await says(popup, 'written by a newer version of Big Rock');
    await stillBlocks();
    await headed(popup, ROCK);
    await click(popup, 'button', 'Done');
    await waitFor(popup, 'button', 'Not done after all');
    const open = await session.openPage('https://www.facebook.com/');
    await headed(open, 'www.facebook.com/');
    await open.close();

    await session.killWorker();
    expect(await popup.evaluate(deleteDatabaseScript)).toBe(990);
    await session.goto(popup, session.extensionUrl(PAGES.popup));
    const isBack = async () => (await texts(popup, 'button')).includes('Not done after all');
    await until(isBack, 'The rock is not done');
    expect(await storedRocks(popup)).toEqual([[ROCK, 'done']]);
    await popup.close();
  });
});

interface Noted {
  alerts?: (string | null)[];
}

/** Runs inside a page: writes down from now on what it says is wrong, however shortly. */
function noteAlertsScript(): void {
  const alerts: (string | null)[] = [];
  Object.assign(globalThis, { alerts } satisfies Noted);
  const note = () => {
    for (const alert of document.querySelectorAll('[role=alert]:not(:empty)')) alerts.push(alert.textContent);
  };
  new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });
}

/** An extension of somebody else's, which sends a message to this one and tells other.example what came of it. */
async function writeOtherExtension(folder: string, to: string, message: unknown): Promise<void> {
  const manifest = {
    manifest_version: 3,
    name: 'Other',
    version: '1',
    // Each browser takes the one it knows.
    background: { service_worker: 'background.js', scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: 'other@extension' } },
  };
  const script = `
    const api = globalThis.browser ?? chrome;
    const tell = said => api.tabs.create({ url: 'https://other.example/said?' + encodeURIComponent(said) });
    api.runtime.sendMessage(${JSON.stringify(to)}, ${JSON.stringify(message)}).then(
      answer => tell('answer ' + JSON.stringify(answer)),
      error => tell(String(error)),
    );
  `;
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'background.js'), script);
}

/**
 * Runs inside a page of the extension: puts somebody else's database in place of its own. Both are asked for at once,
 * so that the background cannot make its own in between.
 */
async function replaceDatabaseScript(version: number): Promise<void> {
  indexedDB.deleteDatabase('big-rock');
  const opening = indexedDB.open('big-rock', version);
  await new Promise((resolve, reject) => {
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('state', { keyPath: 'nothingOfOurs' });
    };
    opening.onsuccess = resolve;
    opening.onerror = () => reject(opening.error);
  });
  opening.result.close();
}

/** Runs inside a page of the extension; gives back the version of what was deleted. */
function deleteDatabaseScript(): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('big-rock');
    request.onsuccess = event => resolve((event as IDBVersionChangeEvent).oldVersion);
    request.onerror = () => reject(request.error);
  });
}
