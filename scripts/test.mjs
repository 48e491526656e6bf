// Everything, on a fresh clone with nothing but Node. A browser that cannot be had is a failure, not a skip.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensurePackages } from './packages.mjs';
import { run, step, tool } from './steps.mjs';

const REPORTS = '.cache/tests';

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
process.exitCode = (await everything()) ? 0 : 1;

async function everything() {
  if (!(await ensurePackages())) return false;
  const { ensureBrowser, ensureStage } = await import('./browsers.mjs');
  const { check, reportTo } = await import('./check.mjs');

  const chrome = await ensureBrowser('chrome');
  const firefox = await ensureBrowser('firefox');
  const hasBrowsers = await step('browsers', async () => {
    if (!chrome) console.error('No Chromium: install Chrome or Chromium and run this again.');
    if (!firefox) console.error('No Firefox: install Firefox and run this again.');
    return chrome !== null && firefox !== null && ensureStage();
  });

  const passed = [hasBrowsers, await check({ THOROUGH: 'yes' })];
  const schedules = { SCHEDULES: '10000' };
  const model = () => run(tool('vitest'), ['run', 'tests/model', ...reportTo('model')], { env: schedules });
  passed.push(await step('10,000 random schedules', model));
  passed.push(
    await step(
      'builds',
      async () =>
        (await run('node', ['scripts/build.mjs'], { quiet: true })) &&
        run('node', ['scripts/build.mjs', '--e2e'], { quiet: true }),
    ),
  );
  passed.push(await step('bundle sizes', () => run('node', ['scripts/sizes.mjs'])));
  const lint = ['lint', '--source-dir', 'dist/firefox', '--warnings-as-errors', '--no-config-discovery'];
  passed.push(await step('lint of the add-on', () => run(tool('web-ext'), lint, { quiet: true })));
  if (hasBrowsers && chrome && firefox) {
    const env = { CHROMIUM: chrome, FIREFOX: firefox };
    const config = ['run', '--config', 'tests/browser/vitest.config.ts', ...reportTo('browser')];
    passed.push(await step('browser tests', () => run(tool('vitest'), config, { env })));
  }
  printCount();
  return passed.every(Boolean);
}

/** The closing line: how many tests there were, of both kinds. */
function printCount() {
  const counts = ['unit', 'browser'].map(name => {
    try {
      const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(`${REPORTS}/${name}.json`, 'utf8'));
      return { passed: numPassedTests, failed: numFailedTests };
    } catch {
      return { passed: 0, failed: 0 };
    }
  });
  const sum = (/** @type {'passed' | 'failed'} */ key) => counts.reduce((all, count) => all + count[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}
