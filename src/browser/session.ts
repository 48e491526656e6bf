import browser from 'webextension-polyfill';

const MARK = 'session';

/**
 * Whether this is the first call since the browser was started or the extension reloaded. Session storage lives
 * exactly that long, and outlives the worker.
 */
export async function isNewSession(): Promise<boolean> {
  const stored = await browser.storage.session.get(MARK);
  if (MARK in stored) return false;
  await browser.storage.session.set({ [MARK]: true });
  return true;
}
