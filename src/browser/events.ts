import browser from 'webextension-polyfill';
import { ALARMS } from './alarms';

export interface Listeners {
  /** What is in front of the person may have changed. */
  onMoved: () => void;
  /** A tab has come to an address that we have access to. */
  onShown: (tabId: number, address: string) => void;
  /** The gate may open or close. */
  onScheduled: () => void;
  /** The browser granted or took back a permission. */
  onAccessChanged: () => void;
  onInstalled: () => void;
  /** The browser was started, or the extension installed or brought up to date. */
  onBegun: () => void;
  onTabClosed: (tabId: number) => void;
}

/**
 * Hears everything that starts the worker. Called in the first turn of the module: a listener added later misses
 * the event it was started for. https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/events
 */
export function listen({
  onMoved,
  onShown,
  onScheduled,
  onAccessChanged,
  onInstalled,
  onBegun,
  onTabClosed,
}: Listeners): void {
  browser.tabs.onActivated.addListener(onMoved);
  browser.tabs.onRemoved.addListener(tabId => {
    onMoved();
    onTabClosed(tabId);
  });
  browser.tabs.onReplaced.addListener(onMoved);
  browser.tabs.onUpdated.addListener((id, change, { url }) => {
    // Being sent away is an update too, of a tab that is at its old address still: sent anew at each, it would never go.
    if (change.url !== undefined && url !== undefined) onShown(id, url);
    // That a page which we may not see is complete tells nothing that its beginning has not told.
    const isNews = change.status === 'complete' ? url !== undefined : change.status !== undefined;
    if (change.url !== undefined || isNews || change.audible !== undefined) onMoved();
  });
  browser.windows.onFocusChanged.addListener(onMoved);
  browser.windows.onRemoved.addListener(onMoved);
  browser.alarms.onAlarm.addListener(({ name }) => (name === ALARMS.revival ? onMoved() : onScheduled()));
  browser.permissions.onAdded.addListener(onAccessChanged);
  browser.permissions.onRemoved.addListener(onAccessChanged);
  browser.runtime.onStartup.addListener(onBegun);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') onInstalled();
    onBegun();
  });
}
