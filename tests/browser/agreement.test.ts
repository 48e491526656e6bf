import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCOREBOARDS, SOCIAL } from '../../src/domain/settings';
import { siteFor, siteListOf } from '../../src/domain/site-list';
import type { SettingsAndAccess } from '../../src/messages/requests';
import { anyAddress, anyList } from '../domain/pattern-cases';
import { ask, BROWSERS, pinRock, startBrowser, workAllDay } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';

const FAMILIES = 25;
const ADDRESSES = 100;

/** Lists that do not meet, each with addresses near its patterns: the same in every run. */
const families = Array.from({ length: FAMILIES }, (_, i) => {
  const name = `family${i}.example`;
  const [list = []] = fc.sample(anyList(name, 12), { numRuns: 1, seed: i });
  return { list, addresses: fc.sample(anyAddress(name), { numRuns: ADDRESSES, seed: i }) };
});

describe.each(BROWSERS)('the rules of %s', kind => {
  let web: FakeWeb;
  let session: BrowserSession;
  let page: Page;

  beforeAll(async () => {
    web = await startFakeWeb();
    session = await startBrowser(kind, { fakeWeb: web });
    await workAllDay(session);
    page = await pinRock(session, 'Finish the Acme proposal');
    const { settings } = await ask<SettingsAndAccess>(page, 'readSettings');
    const old = settings.sites.map(({ pattern }) => pattern);
    const add = families.flatMap(({ list }) =>
      list.map(({ typed, category }) => ({ pattern: typed, category })),
    );
    await ask(page, 'finishRock');
    await ask(page, 'editSettings', { edit: 'choose-sites', add, remove: old });
    await ask(page, 'reopenRock');
  });

  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  it('say what the matcher says', async () => {
    const { settings, leftOut } = await ask<SettingsAndAccess>(page, 'readSettings');
    expect(leftOut).toEqual([]);
    const matcher = siteListOf(settings.sites);
    const isBlocked = (address: string) => {
      const category = siteFor(matcher, address)?.category;
      return category === SOCIAL || category === SCOREBOARDS;
    };
    // To Firefox a host with a final dot is another host, which no access to sites reaches.
    const isSeen = (address: string) => kind === 'chromium' || !new URL(address).hostname.endsWith('.');
    const addresses = families.flatMap(family => family.addresses).filter(isSeen);
    expect(addresses.length).toBeGreaterThan(1500);
    const redirected = await page.evaluate(redirectedScript, addresses);
    const wrong = addresses.filter((address, i) => redirected[i] !== isBlocked(address));
    expect(wrong).toEqual([]);
    expect(redirected.filter(Boolean).length).toBeGreaterThan(addresses.length / 10);
  });
});

interface Rule {
  id: number;
  action: { type: string };
}

interface RulesApi {
  testMatchOutcome: (request: object) => Promise<{ matchedRules: { ruleId: number; rulesetId: string }[] }>;
  getDynamicRules: () => Promise<Rule[]>;
  getSessionRules: () => Promise<Rule[]>;
}

/** Runs inside a page of the extension: of each address, whether the browser would redirect a tab that goes there. */
async function redirectedScript(addresses: string[]): Promise<boolean[]> {
  const scope = globalThis as unknown as Partial<
    Record<'browser' | 'chrome', { declarativeNetRequest: RulesApi }>
  >;
  const api = (scope.browser ?? scope.chrome)?.declarativeNetRequest;
  if (!api) throw new Error('Not a page of an extension.');
  const kinds = (rules: Rule[]) => new Map(rules.map(({ id, action }) => [id, action.type]));
  const [lasting, ofSession] = [kinds(await api.getDynamicRules()), kinds(await api.getSessionRules())];
  const isRedirected = async (url: string) => {
    const { matchedRules } = await api.testMatchOutcome({ url, type: 'main_frame' });
    const of = (id: string) => (id === '_session' ? ofSession : lasting);
    return matchedRules.some(({ ruleId, rulesetId }) => of(rulesetId).get(ruleId) === 'redirect');
  };
  return Promise.all(addresses.map(isRedirected));
}
