// Tries the extension out, on a fresh clone with nothing but Node: builds it, opens a browser that has it, and stays
// until that is closed. Where there is no display, a headless browser takes a tour through the main job instead.
//
//   --browser chrome|firefox   that browser, and not the first one found
//   --tour                     the tour, although there is a display
//   --pictures <folder>        the tour, which writes the README's pictures there
import { parseArgs } from 'node:util';
import { ensurePackages } from './packages.mjs';
import { run, step } from './steps.mjs';
import { stayOpen } from './window.mjs';

/** @typedef {import('./browsers.mjs').Browser} Browser */
/** @typedef {import('./window.mjs').Found} Found */
/** @typedef {{ browser: Browser | null, tour: boolean, pictures: string | undefined }} Wishes */

try {
  process.exitCode = (await start(wishes())) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @returns {Wishes} */
function wishes() {
  const { values } = parseArgs({
    options: { browser: { type: 'string' }, tour: { type: 'boolean' }, pictures: { type: 'string' } },
  });
  const { browser, tour, pictures } = values;
  if (browser !== undefined && browser !== 'chrome' && browser !== 'firefox')
    throw new Error('--browser is chrome or firefox.');
  return { browser: browser ?? null, tour: tour || pictures !== undefined || !hasDisplay(), pictures };
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @param {Wishes} wishes */
async function start({ browser, tour, pictures }) {
  if (!(await ensurePackages())) return false;
  const build = ['scripts/build.mjs', ...(tour ? ['--e2e'] : [])];
  if (!(await step('build', () => run('node', build, { quiet: true })))) return false;
  const found = await find(browser);
  if (!found) {
    const name = { chrome: 'Chrome', firefox: 'Firefox' }[browser ?? 'chrome'];
    console.error(`No ${browser ? name : 'browser'}: install ${name} and run this again.`);
    return false;
  }
  if (tour) return takeTour(found, pictures);
  await stayOpen(found);
  return true;
}

/**
 * @param {Browser | null} wanted
 * @returns {Promise<Found | null>}
 */
async function find(wanted) {
  const { ensureBrowser, findBrowser } = await import('./browsers.mjs');
  /** @type {Browser[]} */
  const choice = wanted ? [wanted] : ['chrome', 'firefox'];
  for (const browser of choice) {
    const executable = findBrowser(browser);
    if (executable) return { browser, executable };
  }
  const browser = wanted ?? 'chrome';
  const executable = await ensureBrowser(browser);
  return executable ? { browser, executable } : null;
}

/**
 * @param {Found} found
 * @param {string | undefined} pictures
 */
async function takeTour({ browser, executable }, pictures) {
  process.env[browser === 'chrome' ? 'CHROMIUM' : 'FIREFOX'] = executable;
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport('/tests/browser/tour.ts', { configFile: false, logLevel: 'error' });
  console.log(`A tour in ${executable}, without a window and over a web made up for it:`);
  const kind = browser === 'chrome' ? 'chromium' : 'firefox';
  const wentWell = await module.takeTour({ kind, folder: 'tour', pictures });
  console.log(wentWell ? 'All of it went as it should.' : 'The tour ended there.');
  return wentWell;
}
