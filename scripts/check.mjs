// The fast part, for every save: types, lint, unit tests.
import { run, step, tool } from './steps.mjs';

/**
 * @param {Record<string, string>} env - `THOROUGH` has every property tried as often as in `npm test`.
 * @returns {Promise<boolean>}
 */
export async function check(env = {}) {
  const types = step('types', () => run(tool('tsc'), ['--noEmit'], { quiet: true }));
  const lint = step('lint', () => run(tool('biome'), ['check', '--error-on-warnings', '.'], { quiet: true }));
  const passed = [await types, await lint];
  passed.push(await step('unit tests', () => run(tool('vitest'), ['run', ...reportTo('unit')], { env })));
  return passed.every(Boolean);
}

/** Where a run of the tests leaves its figures for the closing line of `npm test`. */
export const reportTo = (/** @type {string} */ name) => [
  '--reporter=default',
  '--silent=passed-only',
  '--reporter=json',
  `--outputFile.json=.cache/tests/${name}.json`,
];

if (import.meta.filename === process.argv[1]) process.exitCode = (await check()) ? 0 : 1;
