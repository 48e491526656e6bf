import browser from 'webextension-polyfill';

const MARK = 'session';

/**
 * Whether the browser was started, or the extension reloaded, since the session was last marked. Session storage lives
 * exactly that long, and outlives the worker.
 */
export async function isNewSession(): Promise<boolean> {
  return !(MARK in (await browser.storage.session.get(MARK)));
}

export async function markSession(): Promise<void> {
  await browser.storage.session.set({ [MARK]: true });
}
