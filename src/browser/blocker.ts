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
