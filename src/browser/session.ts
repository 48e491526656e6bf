import browser from 'webextension-polyfill';
import type { Glimpse } from './look-around';

/** What outlives the worker but neither the browser nor the extension's reload. */
export interface Session {
  /** Whether the browser was started, or the extension reloaded, since the session was last marked. */
  isNew: boolean;
  /** What was seen and not yet taken in when the worker ended, oldest first. */
  glimpses: readonly Glimpse[];
  /** After how long without input nobody is there, as last known; null while nothing is. */
  idleSeconds: number | null;
  /** How much has been seen that was news. */
  order: number;
}

export type Secured = Omit<Session, 'isNew'>;

const MARK = 'session';
const EMPTY: Secured = { glimpses: [], idleSeconds: null, order: 0 };

export async function readSession(): Promise<Session> {
  const { [MARK]: mark, ...secured } = await browser.storage.session.get({ ...EMPTY, [MARK]: false });
  return { ...(secured as unknown as Secured), isNew: mark !== true };
}

export async function markSession(): Promise<void> {
  await browser.storage.session.set({ [MARK]: true });
}

export async function keepSecured({ glimpses, idleSeconds, order }: Secured): Promise<void> {
  await browser.storage.session.set({ glimpses, idleSeconds, order });
}
