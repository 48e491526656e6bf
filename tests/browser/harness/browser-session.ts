import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { FakeWeb } from './fake-web';
import { navigate, pause, waitForUrl } from './page-location';
import { killTree } from './process-tree';

export type BrowserKind = 'chromium' | 'firefox';

/** Several browsers may be starting at once. In milliseconds. */
export const LONGEST_START = 120_000;

export interface SessionOptions {
  /** The built extension, unpacked; null for a browser without any. */
  readonly extensionDir: string | null;
  readonly fakeWeb: FakeWeb;
  /** True unless a display is given. */
  readonly headless?: boolean;
  /** An X display such as ':99'. */
  readonly display?: string;
  /** Added to the environment, for TZ or libfaketime. */
  readonly env?: Readonly<Record<string, string>>;
  /** Kept at the end when given; made and removed otherwise. */
  readonly profileDir?: string;
  /**
   * Whether the extension is still there after `reopen`. True unless said otherwise; false installs it over the
   * protocol, which browsers that refuse unsigned extensions allow too.
   */
  readonly lasting?: boolean;
  /**
   * Whether it opens the tabs it had when it was closed. In Chromium the extension is then there from the first start on,
   * as one installed from the store is.
   */
  readonly restoring?: boolean;
}

/** What a person has told their system about how pages are to be. */
export interface Taste {
  readonly scheme: 'light' | 'dark';
  readonly motion: 'full' | 'reduced';
}

const USUAL: Taste = { scheme: 'light', motion: 'full' };

export interface BrowserSession {
  readonly kind: BrowserKind;
  readonly profileDir: string;
  /** Puppeteer's browser; another one after `reopen`. */
  browser(): Browser;
  extensionUrl(path: string): string;
  openPage(url?: string): Promise<Page>;
  openExtensionPage(path: string): Promise<Page>;
  /** Resolves too when the browser goes to an extension page instead. */
  goto(page: Page, url: string): Promise<void>;
  /** The first address that satisfies, or an error that names the last one. `timeout` in milliseconds. */
  waitForUrl(page: Page, isWanted: (url: string) => boolean, timeout?: number): Promise<string>;
  /** The texts of the files that pages gave the person to keep, whose names end so. */
  downloads(ending: string): Promise<string[]>;
  /** Resolves once the page has been told. Light and full motion unless said otherwise; in Firefox, of every page. */
  prefer(page: Page, taste: Partial<Taste>): Promise<void>;
  /** Ends the extension's background as the browser does when it is idle; the next event starts it again. */
  killWorker(): Promise<void>;
  /** SIGKILL to every process of the browser. */
  crash(): Promise<void>;
  /** Starts again with the same profile, after `crash` or instead of it. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

/** What differs from browser to browser. */
export interface Engine {
  readonly kind: BrowserKind;
  readonly extensionOrigin: string;
  launch(profileDir: string): Promise<Browser>;
  killWorker(browser: Browser): Promise<void>;
  prefer(page: Page, taste: Taste): Promise<void>;
}

export async function openSession(engine: Engine, options: SessionOptions): Promise<BrowserSession> {
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), `profile-${engine.kind}-`)));
  let browser = await engine.launch(profileDir);

  const extensionUrl = (path: string) => `${engine.extensionOrigin}/${path.replace(/^\//, '')}`;

  const goto = (page: Page, url: string) => navigate(page, url, engine.extensionOrigin);

  const openPage = async (url?: string) => {
    const page = await browser.newPage();
    if (url !== undefined) await goto(page, url);
    return page;
  };

  return {
    kind: engine.kind,
    profileDir,
    browser: () => browser,
    extensionUrl,
    openPage,
    openExtensionPage: path => openPage(extensionUrl(path)),
    goto,
    waitForUrl,
    downloads: ending => filesIn(downloadsOf(profileDir), ending),
    prefer: async (page, wished) => {
      const taste = { ...USUAL, ...wished };
      await engine.prefer(page, taste);
      for (let tries = 0; !(await page.evaluate(isOfTasteScript, taste)); tries++) {
        if (tries === 100) throw new Error(`${page.url()} does not know of ${JSON.stringify(taste)}`);
        await pause(50);
      }
    },
    killWorker: () => engine.killWorker(browser),
    crash: () => killTree(browser.process()),
    reopen: async () => {
      if (browser.connected) await browser.close();
      browser = await engine.launch(profileDir);
    },
    close: async () => {
      if (browser.connected) await browser.close();
      if (options.profileDir === undefined)
        await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Where a browser with this profile is told to put what it downloads. */
export function downloadsOf(profileDir: string): string {
  return join(profileDir, 'downloads');
}

/** Runs inside a page: whether this is what it is told of the person. */
function isOfTasteScript({ scheme, motion }: Taste): boolean {
  const isSo = (query: string) => matchMedia(query).matches;
  return (
    isSo(`(prefers-color-scheme: ${scheme})`) &&
    isSo('(prefers-reduced-motion: reduce)') === (motion === 'reduced')
  );
}

async function filesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(
    names.filter(name => name.endsWith(ending)).map(name => readFile(join(folder, name), 'utf8')),
  );
  // Firefox takes the name with an empty file before the download is whole.
  return texts.filter(text => text !== '');
}

export function isHeadless(options: SessionOptions): boolean {
  return options.headless ?? options.display === undefined;
}

export function environmentOf(options: SessionOptions): Record<string, string | undefined> {
  const display = options.display === undefined ? {} : { DISPLAY: options.display };
  return { ...process.env, ...display, ...options.env };
}
