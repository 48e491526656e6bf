import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PAGES } from '../browsers';
import type { BrowserKind } from '../harness/browser-session';
import { watchSource } from './page-watch';

/** Two unpacked extensions in a temporary folder. */
export interface Extensions {
  /** The build with access to every host, whose pages are watched, and with the bare page beside them. */
  readonly ours: string;
  /** What a browser asks for at least: a page with one heading, a worker that answers at once, one redirect. */
  readonly bare: string;
  remove(): Promise<void>;
}

export const ROCK = 'Finish the Acme proposal';
export const BARE_PAGE = 'bare.html';

/** Ends on the block page in ours, on the bare page in the bare one. */
export const BLOCKED_ADDRESS = 'https://www.facebook.com/';

const BARE_HEADING = 'Bare';

/** What one waits for on a page, by its name. */
const WATCHED: Readonly<Record<string, readonly string[]>> = {
  [PAGES.popup]: ["Today's big rock", 'Done'],
  [PAGES.blocked]: [ROCK],
  [BARE_PAGE]: [BARE_HEADING],
};

export async function writeExtensions(kind: BrowserKind): Promise<Extensions> {
  const folder = await mkdtemp(join(tmpdir(), `bench-${kind}-`));
  const [ours, bare] = [join(folder, 'ours'), join(folder, 'bare')];
  await cp(resolve('dist/e2e', kind === 'chromium' ? 'chrome' : 'firefox'), ours, { recursive: true });
  await writeBarePage(ours);
  for (const page of [PAGES.popup, PAGES.blocked]) await watchPage(ours, page);
  await mkdir(bare);
  await writeBarePage(bare);
  await writeFiles(bare, {
    'manifest.json': JSON.stringify(bareManifest(kind)),
    'rules.json': JSON.stringify([BARE_RULE]),
    'worker.js':
      'chrome.runtime.onMessage.addListener((_message, _sender, answer) => answer({ value: null }));\n',
  });
  return { ours, bare, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function writeBarePage(extension: string): Promise<void> {
  await writeFiles(extension, {
    [BARE_PAGE]: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Bare</title>
    <script type="module" src="/bare.js"></script>
  </head>
  <body>
    <h1>${BARE_HEADING}</h1>
  </body>
</html>
`,
    'bare.js': '',
  });
  await watchPage(extension, BARE_PAGE);
}

/** Has a page load its watch before anything else; ours and the bare one bear that alike. */
async function watchPage(extension: string, page: string): Promise<void> {
  const script = `watch-${Object.keys(WATCHED).indexOf(page)}.js`;
  const html = await readFile(join(extension, page), 'utf8');
  await writeFiles(extension, {
    [page]: html.replace('<head>', `<head><script src="/${script}"></script>`),
    [script]: watchSource(WATCHED[page] ?? []),
  });
}

function bareManifest(kind: BrowserKind): object {
  const isFirefox = kind === 'firefox';
  return {
    manifest_version: 3,
    name: 'Bare',
    version: '1',
    permissions: ['declarativeNetRequestWithHostAccess'],
    host_permissions: ['*://*/*'],
    background: isFirefox ? { scripts: ['worker.js'] } : { service_worker: 'worker.js' },
    declarative_net_request: { rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }] },
    web_accessible_resources: [{ matches: ['*://*/*'], resources: [BARE_PAGE] }],
    // The harness knows the add-on by this id.
    ...(isFirefox && { browser_specific_settings: { gecko: { id: 'big-rock@extension' } } }),
  };
}

const BARE_RULE = {
  id: 1,
  condition: { urlFilter: '||facebook.com/', resourceTypes: ['main_frame'] },
  action: { type: 'redirect', redirect: { extensionPath: `/${BARE_PAGE}` } },
};

async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}
