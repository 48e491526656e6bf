import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: {
      'webextension-polyfill': fileURLToPath(new URL('tests/fakes/webextension.ts', import.meta.url)),
    },
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**'],
    // A process for every file takes longer than the tests; they share nothing but modules without state.
    pool: 'threads',
    isolate: false,
    // Properties take seconds, and several times that on a machine that does something else as well.
    testTimeout: 60_000,
    setupFiles: ['tests/setup.ts'],
    server: { deps: { inline: ['zustand'] } },
  },
});
