import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What measures time, and so must not be kept waiting by others. */
const TIMED = ['tests/browser/tracking.test.ts', 'tests/browser/escapes-by-time.test.ts'];

/** How many files at once, of both browsers together: with more, each takes longer by as much as is won. */
const AT_ONCE = 2;

/** What takes longest, most of all for minutes that have to pass; begun first, so that nothing has to wait for it at the end. */
const LONG = ['idle', 'escapes', 'door', 'nudge', 'main-job', 'pages'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = LONG.findIndex(name => moduleId.endsWith(`/${name}.test.ts`));
      return index === -1 ? LONG.length : index;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/**
 * Both browsers are tried side by side, and several files at once; then, by themselves, the files that measure time.
 */
export default defineConfig({
  test: {
    retry: 0,
    sequence: { sequencer: LongestFirst },
    projects: ['chromium', 'firefox'].flatMap(browser => [
      project(browser, browser, { include: ['tests/browser/**/*.test.ts'], exclude: TIMED }, AT_ONCE, 0),
      project(`${browser}, timed`, browser, { include: TIMED }, 1, 1),
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
  const timeouts = { testTimeout: 300_000, hookTimeout: 240_000 };
  return {
    test: { name, env: { BROWSER: browser }, ...files, ...timeouts, maxWorkers, sequence: { groupOrder } },
  };
}
