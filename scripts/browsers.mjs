// Finds the browsers on this machine, and installs what is missing where that is possible.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, step } from './steps.mjs';

/** @typedef {'chrome' | 'firefox'} Browser */

const CACHE = '.cache/browsers';

/** In the order in which they are looked for. @type {Record<Browser, Record<string, string[]>>} */
const KNOWN = {
  chrome: {
    linux: [
      'google-chrome-stable',
      'google-chrome',
      'chromium',
      'chromium-browser',
      'microsoft-edge',
      'brave-browser',
    ],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
    ],
    win32: [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
    ],
  },
  firefox: {
    linux: ['firefox-esr', 'firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox\\firefox.exe'],
  },
};

/** @type {Record<Browser, string>} */
const DEBIAN = { chrome: 'chromium', firefox: 'firefox-esr' };

/**
 * @param {Browser} browser
 * @returns {string | null} the path of its executable
 */
export function findBrowser(browser) {
  for (const name of KNOWN[browser][process.platform] ?? []) {
    const found = foldersFor(name)
      .map(folder => (folder ? join(folder, name) : name))
      .find(path => existsSync(path));
    if (found) return found;
  }
  return null;
}

/**
 * Finds a browser or installs it: Debian's by apt where that may be used, otherwise Chrome for Testing or Firefox
 * by `@puppeteer/browsers`.
 * @param {Browser} browser
 * @returns {Promise<string | null>} the path of its executable
 */
export async function ensureBrowser(browser) {
  const found = findBrowser(browser);
  if (found) return found;
  if (await aptInstall([DEBIAN[browser]])) return findBrowser(browser);
  return downloaded(browser);
}

/** Commands that the browsers' tests need beside them, and Debian's packages that have them. */
const STAGE = {
  Xvfb: ['xvfb'],
  openbox: ['openbox'],
  xdotool: ['xdotool'],
  pulseaudio: ['pulseaudio'],
  cc: ['gcc', 'libc6-dev'],
};

/**
 * What real windows need where there is no display: Xvfb, a window manager, and hands; a loudspeaker, without which a
 * tab may not sound; and a compiler, for the clock that tests set.
 * @returns {Promise<boolean>}
 */
export async function ensureStage() {
  if (process.platform !== 'linux') return true;
  const missing = Object.entries(STAGE).filter(([command]) => !onPath(command));
  if (missing.length === 0 || (await aptInstall(missing.flatMap(([, names]) => names)))) return true;
  console.error(
    `Missing: ${missing.map(([command]) => command).join(', ')}. Install them and run this again.`,
  );
  return false;
}

/** Whether this process may install Debian's packages without being asked for a password. */
const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get');

/** @param {string[]} names */
async function aptInstall(names) {
  if (!mayInstall()) return false;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  return step(
    `install ${names.join(', ')}`,
    async () =>
      (await run('apt-get', ['update', '-qq'], { env, quiet: true })) &&
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env, quiet: true }),
  );
}

/** @param {Browser} browser */
async function downloaded(browser) {
  const { detectBrowserPlatform, install, resolveBuildId } = await import('@puppeteer/browsers');
  const platform = detectBrowserPlatform();
  if (!platform) return null;
  try {
    const buildId = await resolveBuildId(browser, platform, 'stable');
    const { executablePath } = await install({ browser, buildId, cacheDir: CACHE });
    return executablePath;
  } catch {
    return null;
  }
}

/** @param {string} name */
const onPath = name => foldersFor(name).some(folder => existsSync(join(folder, name)));

/** @param {string} name */
function foldersFor(name) {
  if (name.startsWith('/')) return [''];
  if (process.platform === 'win32') {
    const { ProgramFiles, LOCALAPPDATA } = process.env;
    return [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA].filter(
      folder => folder !== undefined,
    );
  }
  return (process.env.PATH ?? '').split(delimiter);
}
