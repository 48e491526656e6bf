import { fileURLToPath } from 'node:url';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

// Pages that the manifest does not name; the block page is also reached from outside, see the manifest.
const PAGES = ['blocked', 'report', 'welcome'];

/** What the worker shares with some pages about days and hours. */
const CALENDAR =
  /src\/domain\/(?:averages|baseline|calendar|day-figures|grouped|origin|period|takings|watch-first|work-hours)\.ts$/;

/** What the worker shares with some pages about changes of the settings. */
const EDITS =
  /src\/domain\/(?:aside|cooling|edit-categories|edit-settings|expression|gate|nesting|records|site-list|spent|standing|stricter|territory|visit)\.ts$/;

/** What the popup and the block page have in common, for they are to be there at once. */
const PAGE =
  /node_modules\/(?:preact|zustand)\/|src\/ui\/(?!asked-settings|date-time-field|export-button|guess-fields|one-after-another|save-file|settle-on-leave|swatch|top-bar|use-draft|waits-text)/;

/** `npm run build` makes one build a target; the mode says which: `chrome`, `firefox`, `e2e/chrome`, `e2e/firefox`. */
export default defineConfig(({ mode }) => {
  const browser = mode.endsWith('firefox') ? 'firefox' : 'chrome';
  const isForTests = mode.startsWith('e2e/');
  return {
    plugins: [withoutInnerHtml(), crx({ manifest: manifestFor(browser, isForTests), browser })],
    // What Dexie hands to bundlers is written for browsers of 2015; the same for those of today is smaller.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: `dist/${mode}`,
      emptyOutDir: true,
      target: ['chrome144', 'firefox142'],
      // Older targets would have each light-dark() pair spelled out.
      cssTarget: ['chrome144', 'firefox142'],
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: Object.fromEntries(PAGES.map(page => [page, pathOf(`src/pages/${page}/index.html`)])),
        preserveEntrySignatures: false,
        output: {
          // Left alone, the bundler makes some twenty small files, which take longer to load and pack worse.
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              { name: 'calendar', test: CALENDAR },
              { name: 'edits', test: EDITS },
              { name: 'page', test: PAGE },
            ],
          },
        },
      },
    },
  };
});

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function manifestFor(browser: 'chrome' | 'firefox', isForTests: boolean): ManifestV3Export {
  const { optional_host_permissions, background, minimum_chrome_version, ...shipped } = manifest;
  // Tests ask the browser which rule it would follow.
  const feedback = isForTests ? ['declarativeNetRequestFeedback'] : [];
  const common = { ...shipped, permissions: [...shipped.permissions, ...feedback] };
  // No one can click a permission prompt in an automated browser: there access is granted at install.
  const hosts = isForTests ? { host_permissions: optional_host_permissions } : { optional_host_permissions };
  if (browser === 'chrome') return { ...common, ...hosts, background, minimum_chrome_version };
  return {
    ...common,
    ...hosts,
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'big-rock@extension',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}

/**
 * Preact assigns to `innerHTML` for `dangerouslySetInnerHTML`, which we never use, and reviewers of add-ons are
 * warned of any such line. So the build is made without it, and fails when Preact's line is no longer found.
 */
function withoutInnerHtml(): Plugin {
  const line = /[\w.]+\.innerHTML=(?!=)[^;,)]+/g;
  return {
    name: 'without-inner-html',
    apply: 'build',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.(module|mjs)/.test(id) || !code.includes('innerHTML')) return null;
      const changed = code.replace(line, 'void 0');
      if (changed === code) this.error('Preact assigns to innerHTML in a way that is not known here.');
      return { code: changed, map: null };
    },
  };
}
