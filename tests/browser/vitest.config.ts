import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What measures time, and so must not be kept waiting by others. */
const TIMED = ['tests/browser/tracking.test.ts'];

/** How many files at once; Firefox takes longer for each. */
const SIDE_BY_SIDE = { chromium: 2, firefox: 3 };

/** What waits the longest, for minutes that have to pass; begun first, so that nothing has to wait for it at the end. */
const LONG = ['idle', 'escapes-by-time', 'door'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      LONG.some(name => moduleId.endsWith(`/${name}.test.ts`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter(file => !isLong(file))];
  }
}

/**
 * Both browsers are tried side by side, and several files at once, for most of the time is waiting; then, by themselves,
 * the files that measure time.
 */
export default defineConfig({
  test: {
    retry: 0,
    sequence: { sequencer: LongestFirst },
    projects: (['chromium', 'firefox'] as const).flatMap(browser => [
      project(
        browser,
        browser,
        { include: ['tests/browser/**/*.test.ts'], exclude: TIMED },
        SIDE_BY_SIDE[browser],
        0,
      ),
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
