import { defineConfig } from 'vitest/config';

/** Both browsers are tried side by side, and more than one file at once: most of the time is waiting. */
export default defineConfig({
  test: {
    maxWorkers: 3,
    retry: 0,
    projects: ['chromium', 'firefox'].map(browser => ({
      test: {
        name: browser,
        env: { BROWSER: browser },
        include: ['tests/browser/**/*.test.ts'],
        testTimeout: 120_000,
        hookTimeout: 120_000,
      },
    })),
  },
});
