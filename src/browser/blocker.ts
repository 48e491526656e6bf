import browser from 'webextension-polyfill';
import { blockPageFor } from './browser-rule';
import { queryTabs } from './query-tabs';
import { noteTabs, takeNote } from './tab-notes';

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
  const ids = blocked.map(({ id }) => id);
  const noted = stoodOpen ? noteTabs('stood-open', ids).catch(() => undefined) : null;
  await Promise.all([noted, ...blocked.map(({ id, url }) => sendAway(id, url))]);
}

/** How long a tab may take to be gone before it is sent away again; longer each time, for sending takes time too. */
const PATIENCE = [500, 1000, 2000];

/** The addresses that tabs are on their way from. Sent away from the same once more, a tab would begin that way anew. */
const leaving = new Map<number, string>();

/** Moves a tab from an address to the block page. */
export async function sendAway(tabId: number, address: string): Promise<void> {
  const before = leaving.get(tabId);
  if (before === address) return;
  leaving.set(tabId, address);
  await load(tabId, address);
  if (before === undefined || pageOf(before) !== pageOf(address)) void makeSure(tabId, pageOf(address));
}

/** The tab has come to an address that is open, or to the block page. */
export function hasArrived(tabId: number): void {
  leaving.delete(tabId);
}

/** A page that changes its address at that moment stops the browser from leaving it, and nothing tells of that. */
async function makeSure(tabId: number, page: string): Promise<void> {
  for (const wait of PATIENCE) {
    await new Promise(done => setTimeout(done, wait));
    const from = leaving.get(tabId);
    if (from === undefined || pageOf(from) !== page) return;
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (tab?.url === undefined || pageOf(tab.url) !== page) break;
    await load(tabId, tab.url);
  }
  leaving.delete(tabId);
}

async function load(tabId: number, address: string): Promise<void> {
  // The tab may be gone by now; then there is nothing left to block.
  await browser.tabs.update(tabId, { url: blockPageFor(address) }).catch(() => undefined);
}

const pageOf = (address: string): string => address.replace(/#.*/s, '');

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
