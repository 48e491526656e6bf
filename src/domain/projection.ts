import { type BlockRule, blockedCategories, blockRules } from './block-rules';
import { gateAt } from './gate';
import { siteFor, siteListOf } from './site-list';
import type { State } from './state';
import type { Instant, Moment } from './time';
import { nextScheduledChange } from './work-hours';

/** What the browser is to block and show. Applied whole, so that applying it again is harmless. */
export interface Projection {
  rules: BlockRule[];
  icon: 'blocking' | 'done' | 'off';
  /** When all this has to be computed again although nothing happened. */
  nextChangeAt: Instant;
}

export function project(state: State, moment: Moment): Projection {
  const gate = gateAt(state, moment);
  return {
    rules: gate.blocked ? blockRules(state.settings) : [],
    icon: gate.blocked ? 'blocking' : gate.because === 'rock-done' ? 'done' : 'off',
    nextChangeAt: nextScheduledChange(moment, state.settings),
  };
}

/** Tells of any address whether it is blocked at this moment; what the rules say to the browser, said to us. */
export function blockerOf(state: State, moment: Moment): (address: string) => boolean {
  if (!gateAt(state, moment).blocked) return () => false;
  const list = siteListOf(state.settings.sites);
  const categories = blockedCategories(state.settings);
  return address => {
    const site = siteFor(list, address);
    return site !== null && categories.has(site.category);
  };
}
