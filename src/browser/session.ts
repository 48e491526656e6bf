import browser from 'webextension-polyfill';
import type { Glimpse } from './look-around';

/** What outlives the worker but neither the browser nor the extension's reload. */
export interface Session {
  /** Whether the browser was started, or the extension reloaded, since the session was last marked. */
  isNew: boolean;
  /** What was seen and perhaps not yet taken in when the worker ended, oldest first. */
  glimpses: readonly Glimpse[];
}

const MARK = 'session';
const GLIMPSES = 'glimpses';

export async function readSession(): Promise<Session> {
  const kept = await browser.storage.session.get([MARK, GLIMPSES]);
  return { isNew: !(MARK in kept), glimpses: (kept[GLIMPSES] as Glimpse[] | undefined) ?? [] };
}

export async function markSession(): Promise<void> {
  await browser.storage.session.set({ [MARK]: true });
}

export async function keepGlimpses(glimpses: readonly Glimpse[]): Promise<void> {
  await browser.storage.session.set({ [GLIMPSES]: glimpses });
}
