// Measures the build and prints tables; judges nothing. `npm run bench -- startup` measures the named sections alone.
import { existsSync, statSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { runnerImport } from 'vite';
import { ensureBrowser } from './browsers.mjs';
import { sizes } from './sizes.mjs';
import { run, step } from './steps.mjs';

/** @typedef {import('../tests/browser/bench/table').Table} Table */

/** What can be measured, in the order in which it is. @type {Record<string, () => Promise<Table[]>>} */
const SECTIONS = {
  startup: () => inBrowsers('startup'),
  blocking: () => inBrowsers('blocking'),
  tracking: () => inBrowsers('tracking'),
  cost: () => inBrowsers('cost'),
  rules: () => inBrowsers('rules'),
  reports: () => inBrowsers('reports'),
  sizes: async () => [sizesTable()],
};

/** The builds, and how each is made. @type {Record<string, string[]>} */
const BUILDS = { dist: [], 'dist/e2e': ['--e2e'] };

const passed = await bench(process.argv.slice(2));
// The server that Vite imports with would keep the process alive.
process.exit(passed ? 0 : 1);

/** @param {string[]} asked names of sections; none means all */
async function bench(asked) {
  const unknown = asked.filter(name => !Object.hasOwn(SECTIONS, name));
  if (unknown.length > 0) {
    console.error(`No section ${unknown.join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}.`);
    return false;
  }
  if (!(await isBuilt())) return false;
  console.log(machine());
  for (const [name, measure] of Object.entries(SECTIONS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const table of await measure()) print(table);
  }
  return true;
}

/** Builds what is missing. What is there is measured as it is. */
async function isBuilt() {
  for (const [folder, flags] of Object.entries(BUILDS)) {
    const isThere = ['chrome', 'firefox'].every(name => existsSync(`${folder}/${name}/manifest.json`));
    if (isThere) continue;
    const build = () => run('node', ['scripts/build.mjs', ...flags], { quiet: true });
    if (!(await step(`build of ${folder}`, build))) return false;
  }
  return true;
}

function machine() {
  const [core] = cpus();
  const [load = 0] = loadavg();
  const built = statSync('dist/e2e/chrome/manifest.json').mtime.toISOString().slice(0, 19);
  return [
    `${cpus().length} × ${core?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}`,
    `load ${load.toFixed(1)} at the start, Node ${process.versions.node}, built ${built}Z`,
  ].join('\n');
}

/**
 * A section that needs real browsers: `tests/browser/bench/<name>.ts` has a function of the same name.
 * @param {string} name
 * @returns {Promise<Table[]>}
 */
async function inBrowsers(name) {
  const [chrome, firefox] = [await ensureBrowser('chrome'), await ensureBrowser('firefox')];
  if (!chrome || !firefox) throw new Error(`${name} needs both Chromium and Firefox; install them.`);
  Object.assign(process.env, { CHROMIUM: chrome, FIREFOX: firefox });
  const { module } = await runnerImport(`./tests/browser/bench/${name}.ts`);
  return module[name]();
}

/** @returns {Table} */
function sizesTable() {
  return {
    title: 'sizes of scripts, gzipped',
    columns: ['', 'KB', 'limit', 'share'],
    rows: sizes().map(({ name, kilobytes, limit }) => [
      name,
      kilobytes.toFixed(1),
      String(limit),
      `${((100 * kilobytes) / limit).toFixed(0)} %`,
    ]),
  };
}

/** Words flush left, figures flush right. @param {Table} table */
function print({ title, columns, rows, notes = [] }) {
  const widths = columns.map((_, i) => Math.max(...[columns, ...rows].map(row => row[i]?.length ?? 0)));
  const lines = [columns, ...rows].map(row =>
    row
      .map((cell, i) => (/^[-+\d×]/.test(cell) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  console.log(['', title, ...lines, ...notes.map(note => `  ${note}`)].join('\n'));
}
