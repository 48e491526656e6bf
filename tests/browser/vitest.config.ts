import { defineConfig } from 'vitest/config';

/** What measures time, and so must not be kept waiting by others. */
const TIMED = ['tests/browser/tracking.test.ts'];

/**
 * Both browsers are tried side by side, and several files at once, for most of the time is waiting; then, by themselves,
 * the files that measure time.
 */
export default defineConfig({
  test: {
    retry: 0,
    projects: ['chromium', 'firefox'].flatMap(browser => [
      project(browser, browser, { include: ['tests/browser/**/*.test.ts'], exclude: TIMED }, 3, 0),
      project(`${browser}, timed`, browser, { include: TIMED }, 2, 1),
    ]),
  },
});

function project(
  name: string,
  browser: string,
  files: { include: string[]; exclude?: string[] },
  maxWorkers: number,
  groupOrder: number,
) {
  const timeouts = { testTimeout: 120_000, hookTimeout: 120_000 };
  return {
    test: { name, env: { BROWSER: browser }, ...files, ...timeouts, maxWorkers, sequence: { groupOrder } },
  };
}
