import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import {
  type BrowserSession,
  downloadsOf,
  environmentOf,
  isHeadless,
  LONGEST_START,
  openSession,
  type SessionOptions,
  type Taste,
} from './browser-session';
import { type Identity, idFrom, installInto, newIdentity } from './installed';
import { pause } from './page-location';

const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export async function startChromium(options: SessionOptions): Promise<BrowserSession> {
  const identity = options.restoring ? newIdentity() : null;
  const id = identity?.id ?? (await extensionIdOf(options.extensionDir));
  const extensionOrigin = `chrome-extension://${id}`;
  return openSession(
    {
      kind: 'chromium',
      extensionOrigin,
      launch: profileDir => launch(profileDir, options, identity),
      killWorker: browser => closeWorker(browser, extensionOrigin),
      prefer: setTaste,
    },
    options,
  );
}

async function launch(
  profileDir: string,
  options: SessionOptions,
  installed: Identity | null,
): Promise<Browser> {
  const { extensionDir, fakeWeb, lasting: isLasting = true } = options;
  const isNew = !existsSync(join(profileDir, 'Default'));
  if (installed && extensionDir !== null && isNew) await installInto(profileDir, extensionDir, installed);
  const browser = await puppeteer.launch({
    executablePath: EXECUTABLE,
    pipe: true,
    enableExtensions: true,
    headless: isHeadless(options),
    userDataDir: profileDir,
    env: environmentOf(options),
    defaultViewport: null,
    timeout: LONGEST_START,
    // A worker that DevTools is attached to is never put to sleep.
    targetFilter: target => target.type() !== 'service_worker',
    args: [
      ...flags(fakeWeb.port),
      ...(isLasting && !installed && extensionDir !== null ? loadFlags(extensionDir) : []),
      ...(options.restoring ? ['--restore-last-session'] : []),
    ],
  });
  if (!isLasting && extensionDir !== null) await browser.installExtension(extensionDir);
  await sendDownloadsTo(browser, downloadsOf(profileDir));
  return browser;
}

async function sendDownloadsTo(browser: Browser, downloadPath: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
}

function flags(proxyPort: number): string[] {
  return [
    '--no-sandbox',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--ignore-certificate-errors',
    `--proxy-server=http://127.0.0.1:${proxyPort}`,
    // Loopback goes through the proxy too, or a page at localhost would reach this machine.
    '--proxy-bypass-list=<-loopback>',
  ];
}

function loadFlags(extensionDir: string): string[] {
  return [`--load-extension=${extensionDir}`];
}

/** Chromium derives the id from the manifest's key, or from the folder's path where there is none. */
async function extensionIdOf(extensionDir: string | null): Promise<string> {
  if (extensionDir === null) return 'none';
  const manifest: { key?: string } = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8'));
  const identity =
    manifest.key === undefined ? await realpath(extensionDir) : Buffer.from(manifest.key, 'base64');
  return idFrom(identity);
}

async function closeWorker(browser: Browser, extensionOrigin: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  try {
    const workers = async () => {
      // The filter names the kinds to list; without it, puppeteer's own filter would hide the worker.
      const { targetInfos } = await session.send('Target.getTargets', {
        filter: [{ type: 'service_worker' }],
      });
      return targetInfos.filter(target => target.url.startsWith(extensionOrigin));
    };
    for (const { targetId } of await workers()) await session.send('Target.closeTarget', { targetId });
    for (let tries = 0; tries < 50 && (await workers()).length > 0; tries++) await pause(20);
  } finally {
    await session.detach();
  }
}

function setTaste(page: Page, { scheme, motion }: Taste): Promise<void> {
  return page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: motion === 'reduced' ? 'reduce' : 'no-preference' },
  ]);
}
