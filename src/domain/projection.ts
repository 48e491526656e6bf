import { type Blocking, NOTHING_BLOCKED } from './block-rules';
import { openPasses, passFor } from './door';
import { gateAt } from './gate';
import { isNudged } from './nudge';
import { siteFor, siteListOf } from './site-list';
import { blockedCategories, guardedCategories } from './standing';
import type { State } from './state';
import { MINUTE, type Moment } from './time';

/** What the toolbar shows. */
export interface Face {
  icon: 'blocking' | 'done' | 'off';
  badge: Badge | null;
}

/** The minutes that a pass has left, in its last one as a warning; or that somebody has been on one thing for long. */
export type Badge = { of: 'pass' | 'pass-ending'; minutes: number } | { of: 'nudge' };

/** What the browser is to block, now and when it is started again. Applied whole, so that applying it again is harmless. */
export function blockingAt(state: State, moment: Moment): Blocking {
  const categories = guardedCategories(state, moment);
  if (categories.size === 0) return NOTHING_BLOCKED;
  const blocked = blockedCategories(state, moment);
  const open = new Set([...categories].filter(id => !blocked.has(id)));
  return { settings: state.settings, categories, open, passes: openPasses(state.door) };
}

export function faceAt(state: State, moment: Moment): Face {
  const gate = gateAt(state, moment);
  const isDone = !gate.blocked && (gate.because === 'rock-done' || gate.because === 'put-aside');
  const isBlocking = blockedCategories(state, moment).size > 0;
  return {
    icon: isBlocking ? 'blocking' : isDone ? 'done' : 'off',
    badge: state.settings.signs.badge ? badgeAt(state, moment) : null,
  };
}

function badgeAt(state: State, { at }: Moment): Badge | null {
  const ends = openPasses(state.door).map(({ endsAt }) => endsAt);
  if (ends.length > 0) {
    const minutes = Math.max(1, Math.ceil((Math.min(...ends) - at) / MINUTE));
    return { of: minutes === 1 ? 'pass-ending' : 'pass', minutes };
  }
  return isNudged(state) ? { of: 'nudge' } : null;
}

/** Tells of any address, in a tab, whether it is blocked at this moment; what the rules say to the browser, said to us. */
export function blockerOf(state: State, moment: Moment): (address: string, tabId: number | null) => boolean {
  const categories = blockedCategories(state, moment);
  if (categories.size === 0) return () => false;
  const list = siteListOf(state.settings.sites);
  return (address, tabId) => {
    const site = siteFor(list, address);
    return site !== null && categories.has(site.category) && !passFor(state.door, tabId, site.site);
  };
}
