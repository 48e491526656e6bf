import browser from 'webextension-polyfill';
import type { Presence, Sighting } from '../domain/observation';
import { type Duration, type Moment, SECOND } from '../domain/time';
import { IS_FOCUS_TOLD } from './focus-watch';
import { queryTabs } from './query-tabs';
import { IS_FIREFOX } from './which';

/** What the person has before them. `address` is null on any page we were given no access to. */
export interface InFront {
  address: string | null;
  audible: boolean;
  /** For how long after its last sound the browser goes on calling a tab audible, in milliseconds. */
  linger: Duration;
  /** The tab it is in. */
  tabId: number | null;
  /** What would be in front but for another program, where the browser does not tell when that goes. */
  behind: string | null;
}

/** Found by trying; the indicator in the tab is kept that long, so as not to flicker. */
const LINGER: Duration = (IS_FIREFOX ? 3 : 2) * SECOND;

const NOTHING: InFront = { address: null, audible: false, linger: LINGER, tabId: null, behind: null };

/** The active tab of the focused window; nothing where another program is in front. */
export async function inFront(): Promise<InFront> {
  // There may be no window at all, on macOS or while the last one closes; that is an error to browsers.
  const window = await browser.windows.getLastFocused().catch(() => null);
  if (window?.id === undefined || (IS_FOCUS_TOLD && !window.focused)) return NOTHING;
  const [tab] = await queryTabs({ active: true, windowId: window.id });
  if (!tab) return NOTHING;
  if (!window.focused) return { ...NOTHING, behind: tab.url ?? null };
  const audible = tab.audible === true && !tab.mutedInfo?.muted;
  return { ...NOTHING, address: tab.url ?? null, tabId: tab.id ?? null, audible };
}

/** The page that the person sees while the popup is open, which has the focus then. */
export async function pageShown(): Promise<Pick<InFront, 'address' | 'tabId'>> {
  const [tab] = await queryTabs({ active: true, lastFocusedWindow: true });
  return { address: tab?.url ?? null, tabId: tab?.id ?? null };
}

/** What was in front at a moment, whether somebody was there, and which run of the worker saw it. */
export interface Glimpse extends InFront, Sighting, Moment {
  presence: Presence;
  /** After how many seconds without input nobody was taken to be there. */
  askedFor: number;
}

/** Whether somebody is there, given after how long without input nobody is. */
export const presence = (idleSeconds: number): Promise<Presence> => browser.idle.queryState(idleSeconds);
