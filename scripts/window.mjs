// Opens the browser that has the extension, in a profile of its own that lasts, and stays until it is closed.
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** @typedef {import('puppeteer-core').Browser} Puppeteer */
/** @typedef {{ browser: import('./browsers.mjs').Browser, executable: string }} Found */

const PROFILES = '.profiles';
const WELCOME = 'src/pages/welcome/index.html';
const ADDON_ID = 'big-rock@extension';
/** Firefox gives an add-on's pages a random origin unless it is told one, and the data belongs to the origin. */
const UUID = 'b16b0c4a-90c2-4d6e-8a5b-7d3f1e2c9a04';
const UNTIL_WELCOME = 10_000;
/** A window as large as it likes, which is closed in an orderly way and not killed. */
const LEFT_TO_US = /** @type {const} */ ({
  headless: false,
  defaultViewport: null,
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
});
const CHROME = { launch: launchChrome, install: installInChrome };
const FIREFOX = { launch: launchFirefox, install: installInFirefox };

/**
 * Opens the browser and resolves once it has been closed.
 * @param {Found} found
 */
export async function stayOpen({ browser, executable }) {
  const profile = resolve(PROFILES, browser);
  const { launch, install } = browser === 'chrome' ? CHROME : FIREFOX;
  const opened = await launch(executable, profile).catch(error => {
    throw new Error(`${error.message}\nIs it open already? Close it and run this again.`);
  });
  const closed = new Promise(done => opened.once('disconnected', done));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void opened.close());
  try {
    await install(opened, resolve('dist', browser));
  } catch (error) {
    // The person may have closed it already.
    if (!opened.connected) return;
    await opened.close();
    throw error;
  }
  console.log(`Big Rock is open in ${executable}. What it stores stays in ${PROFILES}/${browser}.`);
  console.log('Close the browser or press Ctrl+C to end.');
  await closed;
}

/**
 * None of Puppeteer's own switches, which make a browser for tests: this one is to be as people have it. Nothing in it
 * is attached to either, or the extension's worker would never be put to sleep.
 * @param {string} executablePath
 * @param {string} profile
 */
async function launchChrome(executablePath, profile) {
  const { launch } = await import('puppeteer-core');
  return launch({
    ...LEFT_TO_US,
    executablePath,
    pipe: true,
    waitForInitialPage: false,
    targetFilter: target => target.type() === 'browser',
    ignoreDefaultArgs: true,
    args: [
      `--user-data-dir=${profile}`,
      `--load-extension=${resolve('dist/chrome')}`,
      '--enable-unsafe-extension-debugging',
      '--no-first-run',
      '--no-default-browser-check',
      '--password-store=basic',
      '--use-mock-keychain',
      // Chromium refuses to run as root with its sandbox.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

/**
 * Chrome itself no longer takes `--load-extension`. It is told over the protocol instead, and will have forgotten at
 * the next start which sites were allowed.
 * @param {Puppeteer} browser
 * @param {string} extension
 */
async function installInChrome(browser, extension) {
  const session = await browser.target().createCDPSession();
  const { extensions } = await session.send('Extensions.getExtensions');
  const id =
    extensions.find(({ path }) => path === extension)?.id ?? (await browser.installExtension(extension));
  const url = `chrome-extension://${id}/${WELCOME}`;
  const isOpen = async () => (await session.send('Target.getTargets')).targetInfos.some(it => it.url === url);
  // It opens by itself where the browser takes the extension for a new one, which Chromium does at each start.
  if (!(await becomes(isOpen))) await session.send('Target.createTarget', { url });
}

/**
 * @param {string} executablePath
 * @param {string} profile
 */
async function launchFirefox(executablePath, profile) {
  const { launch } = await import('puppeteer-core');
  const browser = await launch({
    ...LEFT_TO_US,
    browser: 'firefox',
    executablePath,
    userDataDir: profile,
    networkEnabled: false,
    extraPrefsFirefox: {
      // An unsigned add-on is taken away when Firefox is closed; what it stored stays for the next time.
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: UUID }),
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextensions.keepStorageOnUninstall': true,
      'browser.aboutwelcome.enabled': false,
      // Puppeteer sets these for tests. Here the focus is to be the real one, and the browser as people have it.
      'focusmanager.testmode': false,
      'dom.disable_open_during_load': true,
      'security.fileuri.strict_origin_policy': true,
    },
  });
  await keepPrefs(profile);
  return browser;
}

/**
 * The welcome page opens by itself: to Firefox the add-on is a new one at each start.
 * @param {Puppeteer} browser
 * @param {string} extension
 */
async function installInFirefox(browser, extension) {
  await browser.installExtension(extension);
}

/**
 * Puppeteer would put the preferences of before the launch back at exit.
 * @param {string} profile
 */
async function keepPrefs(profile) {
  for (const name of ['prefs.js', 'user.js']) await rm(join(profile, `${name}.puppeteer`), { force: true });
}

/** @param {() => Promise<boolean>} isSo */
async function becomes(isSo) {
  const deadline = performance.now() + UNTIL_WELCOME;
  while (performance.now() < deadline) {
    if (await isSo()) return true;
    await new Promise(done => setTimeout(done, 100));
  }
  return false;
}
