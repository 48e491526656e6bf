import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
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
import { firefoxPrefs } from './firefox-prefs';
import { evaluateInChrome } from './firefox-privileged';
import { zipOf } from './zip';

const EXECUTABLE = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';
export const ADDON_ID = 'big-rock@extension';
const UUID = '5f0c2a4e-8d1b-4c7e-9a36-0123456789ab';

export async function startFirefox(options: SessionOptions): Promise<BrowserSession> {
  return openSession(
    {
      kind: 'firefox',
      extensionOrigin: `moz-extension://${UUID}`,
      launch: profileDir => launch(profileDir, options),
      killWorker: terminateBackground,
      prefer: (page, taste) => setTaste(page.browser(), taste),
    },
    options,
  );
}

async function launch(profileDir: string, options: SessionOptions): Promise<Browser> {
  const { extensionDir, lasting: isLasting = true } = options;
  await mkdir(downloadsOf(profileDir), { recursive: true });
  if (isLasting && extensionDir !== null) await packInto(profileDir, extensionDir);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: EXECUTABLE,
    headless: isHeadless(options),
    userDataDir: profileDir,
    env: environmentOf(options),
    defaultViewport: null,
    acceptInsecureCerts: true,
    timeout: LONGEST_START,
    // Lets the protocol open moz-extension:// pages and reach the browser's own scope.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: firefoxPrefs({
      proxyPort: options.fakeWeb.port,
      uuids: { [ADDON_ID]: UUID },
      headless: isHeadless(options),
      downloadsDir: downloadsOf(profileDir),
      restoring: options.restoring ?? false,
    }),
  });
  await keepPrefs(profileDir);
  if (!isLasting && extensionDir !== null) await browser.installExtension(extensionDir);
  return browser;
}

async function packInto(profileDir: string, extensionDir: string): Promise<void> {
  await mkdir(join(profileDir, 'extensions'), { recursive: true });
  await writeFile(join(profileDir, 'extensions', `${ADDON_ID}.xpi`), await zipOf(extensionDir));
}

/** Puppeteer would put the preferences of before the launch back at exit, and a lasting profile would not last. */
async function keepPrefs(profileDir: string): Promise<void> {
  for (const name of ['prefs.js', 'user.js'])
    await rm(join(profileDir, `${name}.puppeteer`), { force: true });
}

async function terminateBackground(browser: Browser): Promise<void> {
  await evaluateInChrome(
    browser,
    `WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)}).extension.terminateBackground({
      ignoreDevToolsAttached: true,
      disableResetIdleForTest: true,
    })`,
  );
}

/** As its own settings and the system's would; what pages are told changes with them at once. */
async function setTaste(browser: Browser, { scheme, motion }: Taste): Promise<void> {
  const prefs = {
    'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
    'ui.prefersReducedMotion': motion === 'reduced' ? 1 : 0,
  };
  for (const [name, value] of Object.entries(prefs))
    await evaluateInChrome(browser, `Services.prefs.setIntPref(${JSON.stringify(name)}, ${value})`);
}
