import type { Page } from 'puppeteer-core';
import type { Blocking, BlockRule } from '../../../src/domain/block-rules';
import type { Pattern } from '../../../src/domain/pattern';
import { CHROMIUM_LIMITS, FIREFOX_LIMITS, type RuleSets, rulesWithin } from '../../../src/domain/rule-limits';
import { DEFAULT_SETTINGS, SOCIAL } from '../../../src/domain/settings';
import { BROWSERS, PAGES, startBrowser } from '../browsers';
import type { BrowserKind } from '../harness/browser-session';
import { startFakeWeb } from '../harness/fake-web';
import { spreadOf } from './samples';
import type { Table } from './table';

const COUNT = 5000;
const ROUNDS = 7;

/** Kinds of lists, by the site of a number. */
const KINDS: Readonly<Record<string, (i: number) => string>> = {
  hosts: i => `site${i}.example`,
  'hosts, one in ten with a path': i => `site${i}.example${i % 10 ? '' : `/p${i}`}`,
  'one path on all hosts': i => `site${i}.example/feed`,
  'paths of one host': i => `site.example/p${i}`,
  'a path of its own each': i => `site${i}.example/p${i}`,
  'all subdomains of each': i => `*.site${i}.example`,
  'a wildcard path of each': i => `site${i}.example/r/p${i}*`,
};

/** How many rules 5,000 sites come to, and how long it takes until the browser has them. */
export async function rules(): Promise<Table[]> {
  const web = await startFakeWeb();
  const tables: Table[] = [];
  for (const kind of BROWSERS) {
    const session = await startBrowser(kind, { fakeWeb: web });
    const page = await session.openExtensionPage(PAGES.settings);
    const rows: string[][] = [];
    for (const [name, spell] of Object.entries(KINDS)) rows.push(await rowOf(kind, page, name, spell));
    tables.push({ ...TABLE, title: `${COUNT} sites in ${await session.browser().version()}`, rows });
    await session.close();
  }
  await web.close();
  return tables;
}

const TABLE = {
  columns: ['', 'lasting', 'of session', 'left out', 'computing ms', 'browser ms', 'sum', 'unchanged ms'],
  notes: [
    `Medians of ${ROUNDS}. Computing: in Node, as the worker does. Browser: reading what is installed and replacing it,`,
    'all of it new. Unchanged: a digest of what rules are made from, and reading that of the last time.',
  ],
};

async function rowOf(
  kind: BrowserKind,
  page: Page,
  name: string,
  spell: (i: number) => string,
): Promise<string[]> {
  const blocking = blockingOf(spell);
  const limits = kind === 'chromium' ? CHROMIUM_LIMITS : FIREFOX_LIMITS;
  const computing: number[] = [];
  let sets: RuleSets = { lasting: [], ofSession: [], leftOut: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    sets = rulesWithin(blocking, limits);
    computing.push(performance.now() - from);
  }
  const { lasting, ofSession, leftOut } = sets;
  const args = [lasting.map(ruleOf), ofSession.map(ruleOf)] as const;
  const applying = await page.evaluate(applyScript, ...args, ROUNDS);
  const unchanged = await page.evaluate(unchangedScript, JSON.stringify(blocking.settings.sites), ROUNDS);
  const [compute, apply, none] = [computing, applying, unchanged].map(samples => spreadOf(samples).median);
  const figures = [compute, apply, (compute ?? 0) + (apply ?? 0), none].map(ms => (ms ?? 0).toFixed(1));
  return [name, String(lasting.length), String(ofSession.length), String(leftOut.length), ...figures];
}

const blockingOf = (spell: (i: number) => string): Blocking => ({
  settings: {
    categories: DEFAULT_SETTINGS.categories,
    sites: Array.from({ length: COUNT }, (_, i) => ({ pattern: spell(i) as Pattern, category: SOCIAL })),
  },
  categories: new Set([SOCIAL]),
  open: new Set(),
  passes: [],
});

const ruleOf = ({ priority, expression, hosts }: BlockRule, index: number) => ({
  id: index + 1,
  priority,
  condition: {
    regexFilter: expression,
    requestDomains: hosts,
    resourceTypes: ['main_frame'],
    isUrlFilterCaseSensitive: false,
  },
  action: { type: 'redirect', redirect: { regexSubstitution: 'https://blocked.example/#\\0' } },
});

interface Change {
  removeRuleIds?: number[];
  addRules?: object[];
}

interface ExtensionApi {
  declarativeNetRequest: {
    getDynamicRules: () => Promise<{ id: number }[]>;
    getSessionRules: () => Promise<{ id: number }[]>;
    updateDynamicRules: (change: Change) => Promise<void>;
    updateSessionRules: (change: Change) => Promise<void>;
  };
  storage: { session: { get: (key: string) => Promise<object> } };
}

/** Runs inside a page of the extension: milliseconds until the browser has these rules and had none, each time. */
async function applyScript(
  lasting: readonly object[],
  ofSession: readonly object[],
  rounds: number,
): Promise<number[]> {
  const scope = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
  const dnr = (scope.browser ?? scope.chrome).declarativeNetRequest;
  const put = async (dynamic: readonly object[], session: readonly object[]) => {
    const [old, oldOfSession] = await Promise.all([dnr.getDynamicRules(), dnr.getSessionRules()]);
    await Promise.all([
      dnr.updateDynamicRules({ removeRuleIds: old.map(({ id }) => id), addRules: [...dynamic] }),
      dnr.updateSessionRules({ removeRuleIds: oldOfSession.map(({ id }) => id), addRules: [...session] }),
    ]);
  };
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await put([], []);
    const from = performance.now();
    await put(lasting, ofSession);
    taken.push(performance.now() - from);
  }
  await put([], []);
  return taken;
}

/** Runs inside a page of the extension: milliseconds to find that nothing has changed. */
async function unchangedScript(sites: string, rounds: number): Promise<number[]> {
  const scope = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
  const parsed = JSON.parse(sites);
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parsed)));
    await (scope.browser ?? scope.chrome).storage.session.get('rules');
    taken.push(performance.now() - from);
  }
  return taken;
}
