import browser, { type DeclarativeNetRequest } from 'webextension-polyfill';
import type { BlockRule } from '../domain/block-rules';
import { queryTabs } from './query-tabs';
import { noteTabs, takeNote } from './tab-notes';
import { IS_FIREFOX } from './which';

const BLOCK_PAGE = 'src/pages/blocked/index.html';

/**
 * Puts these rules in place of the installed ones, in one call; leaves them alone where they are the same. One that
 * the browser finds too large would have it refuse all of them: it is left to the sweep instead.
 */
export async function applyRules(rules: readonly BlockRule[]): Promise<void> {
  const possible = await possibleOf(rules);
  const { getDynamicRules, updateDynamicRules, getSessionRules, updateSessionRules } =
    browser.declarativeNetRequest;
  const lasting = possible.filter(({ tabId }) => tabId === null);
  const ofTabs = possible.filter(({ tabId }) => tabId !== null);
  await Promise.all([
    replaceRules(lasting, getDynamicRules, updateDynamicRules),
    replaceRules(ofTabs, getSessionRules, updateSessionRules),
  ]);
}

async function replaceRules(
  rules: readonly BlockRule[],
  get: () => Promise<DeclarativeNetRequest.Rule[]>,
  update: (change: { removeRuleIds: number[]; addRules: DeclarativeNetRequest.Rule[] }) => Promise<void>,
): Promise<void> {
  const wanted = rules.map(browserRule);
  const installed = await get();
  if (fingerprint(installed) === fingerprint(wanted)) return;
  await update({ removeRuleIds: installed.map(({ id }) => id), addRules: wanted });
}

/**
 * Moves every tab that shows a blocked address to the block page. Rules do not see open tabs, in-page navigation,
 * pages from the back/forward cache, or sites whose own service worker answers. Tabs that merely stood open when their
 * site was closed are noted, for nobody attempted anything there.
 */
export async function sweep(
  isBlocked: (address: string, tabId: number) => boolean,
  stoodOpen: boolean,
): Promise<void> {
  const tabs = await queryTabs({});
  const blocked = tabs.flatMap(({ id, url }) =>
    id !== undefined && url !== undefined && isBlocked(url, id) ? [{ id, url }] : [],
  );
  if (stoodOpen)
    await noteTabs(
      'stood-open',
      blocked.map(({ id }) => id),
    ).catch(() => undefined);
  await Promise.all(blocked.map(({ id, url }) => sendAway(id, url)));
}

/** How long a tab may take to be gone before it is sent away again; longer each time, for sending takes time too. */
const PATIENCE = [500, 1000, 2000];

/** Moves a tab from an address to the block page. */
export async function sendAway(tabId: number, address: string): Promise<void> {
  await load(tabId, address);
  void makeSure(tabId, address);
}

/** A page that changes its address at that moment stops the browser from leaving it, and nothing tells of that. */
async function makeSure(tabId: number, address: string): Promise<void> {
  for (const wait of PATIENCE) {
    await new Promise(done => setTimeout(done, wait));
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (tab?.url === undefined || pageOf(tab.url) !== pageOf(address)) return;
    await load(tabId, tab.url);
  }
}

async function load(tabId: number, address: string): Promise<void> {
  // The tab may be gone by now; then there is nothing left to block.
  await browser.tabs.update(tabId, { url: blockPageFor(address) }).catch(() => undefined);
}

const pageOf = (address: string): string | undefined => address.split('#')[0];

/**
 * Closes a tab of the block page. The last tab of its window goes back instead. Where it has no history, or going back
 * has led to the block page again, it gives way to a new tab.
 */
export async function leaveTab(tabId: number, hasHistory: boolean): Promise<void> {
  const { windowId } = await browser.tabs.get(tabId);
  const tabs = await queryTabs(windowId === undefined ? {} : { windowId });
  if (tabs.length > 1) {
    await browser.tabs.remove(tabId);
    return;
  }
  if (hasHistory && !(await takeNote('went-back', tabId)) && (await wentBack(tabId))) return;
  await browser.tabs.create(windowId === undefined ? {} : { windowId });
  await browser.tabs.remove(tabId);
}

async function wentBack(tabId: number): Promise<boolean> {
  await noteTabs('went-back', [tabId]);
  return browser.tabs.goBack(tabId).then(
    () => true,
    () => false,
  );
}

/** Where an exception is not possible, what it is an exception from must not be blocked by rules either. */
async function possibleOf(rules: readonly BlockRule[]): Promise<BlockRule[]> {
  const possible = await Promise.all(rules.map(isPossible));
  const unguarded = new Set(
    rules.flatMap(({ action, hosts }, index) => (possible[index] || action === 'block' ? [] : hosts)),
  );
  return rules
    .filter((_, index) => possible[index])
    .map(rule =>
      rule.action === 'allow' ? rule : { ...rule, hosts: rule.hosts.filter(host => !unguarded.has(host)) },
    )
    .filter(({ hosts }) => hosts.length > 0);
}

async function isPossible({ expression }: BlockRule): Promise<boolean> {
  const options = { regex: expression, isCaseSensitive: false };
  return (await browser.declarativeNetRequest.isRegexSupported(options)).isSupported;
}

const blockPageFor = (address: string): string => `${browser.runtime.getURL(BLOCK_PAGE)}#${address}`;

function browserRule(rule: BlockRule, index: number): DeclarativeNetRequest.Rule {
  return {
    id: index + 1,
    priority: rule.priority,
    condition: {
      regexFilter: rule.expression,
      requestDomains: IS_FIREFOX ? rule.hosts.flatMap(withDot) : rule.hosts,
      resourceTypes: rule.frames ? ['main_frame', 'sub_frame'] : ['main_frame'],
      isUrlFilterCaseSensitive: false,
      ...(rule.tabId !== null && { tabIds: [rule.tabId] }),
    },
    action:
      rule.action === 'allow'
        ? { type: 'allow' }
        : // \0 is the whole address, query and fragment included.
          { type: 'redirect', redirect: { regexSubstitution: blockPageFor('\\0') } },
  };
}

/**
 * Firefox takes `facebook.com.`, the same host to everybody else, for another; Chromium does not. It refuses what is no
 * name of a host with the dot, such as an address in figures.
 */
const withDot = (host: string): string[] =>
  URL.parse(`http://${host}.`)?.hostname === `${host}.` ? [host, `${host}.`] : [host];

/** Equal for rules that mean the same, however the browser spells or orders them. */
function fingerprint(rules: readonly DeclarativeNetRequest.Rule[]): string {
  return rules
    .map(({ priority, condition, action }) =>
      JSON.stringify([
        priority,
        condition.regexFilter,
        condition.requestDomains,
        condition.resourceTypes,
        condition.tabIds,
        action.type,
        action.redirect?.regexSubstitution,
      ]),
    )
    .sort()
    .join('\n');
}
