import type { Pattern } from './pattern';
import { tidied } from './rock';
import type { CategoryId } from './settings';
import { type DayKey, type Duration, type Instant, instant, MINUTE, SECOND, type Zone } from './time';

export const PASS_MINUTES = [5, 10, 15] as const;
export type PassMinutes = (typeof PASS_MINUTES)[number];
export type PassOutcome = 'yes' | 'no';

/** A visit on purpose to one site, with an end. */
export interface Pass {
  id: string;
  zone: Zone;
  day: DayKey;
  site: Pattern;
  category: CategoryId;
  /** What for. */
  purpose: string;
  minutes: PassMinutes;
  startedAt: Instant;
  /** When it is over, or was: sooner than asked for where its tab was closed, or everything opened. */
  endsAt: Instant;
  isOver: boolean;
  /** Whether it was done; null while nobody has said. */
  outcome: PassOutcome | null;
}

/** A pass of today, and the tab it holds in; in no other, nor after the browser was closed. */
export interface HeldPass extends Pass {
  tabId: number;
  /** That its end is near was said. */
  isWarned: boolean;
}

/** A pass asked for: it can be had when the wait is over, in that tab. */
export interface AskedPass {
  tabId: number;
  address: string;
  site: Pattern;
  category: CategoryId;
  purpose: string;
  minutes: PassMinutes;
  askedAt: Instant;
  opensAt: Instant;
}

export type PassFault =
  | 'purpose-too-short'
  | 'purpose-too-long'
  | 'not-blocked'
  | 'no-passes-left'
  | 'nothing-asked-for'
  | 'too-early'
  | 'unknown-pass';

export const SHORTEST_PURPOSE = 3;
export const LONGEST_PURPOSE = 200;

/** How long before its end a pass is warned of. */
export const PASS_WARNING: Duration = MINUTE;

const FIRST_WAIT: Duration = 5 * SECOND;
const LONGEST_WAIT: Duration = 30 * SECOND;

/** How long somebody waits who has had so many passes today. */
export const waitAfter = (passes: number): Duration => Math.min(FIRST_WAIT * (passes + 1), LONGEST_WAIT);

/** A purpose as it is kept, or why it is none. */
export function purposeOf(text: string): { purpose: string } | { fault: PassFault } {
  const purpose = tidied(text);
  if ([...purpose].length < SHORTEST_PURPOSE) return { fault: 'purpose-too-short' };
  return purpose.length > LONGEST_PURPOSE ? { fault: 'purpose-too-long' } : { purpose };
}

/** A pass as it is recorded. */
export function recordOf({ tabId: _, isWarned: __, ...pass }: HeldPass): Pass {
  return pass;
}

/** What has become of a pass; where the clock was set back, it does not grow longer than it was asked for. */
export function passAt(pass: HeldPass, at: Instant): HeldPass {
  if (pass.isOver) return pass;
  if (pass.endsAt <= at) return overAt(pass, pass.endsAt);
  const longest = instant(at + pass.minutes * MINUTE);
  if (pass.endsAt > longest) return { ...pass, endsAt: longest };
  return pass.isWarned || at < pass.endsAt - PASS_WARNING ? pass : { ...pass, isWarned: true };
}

/** The pass ended at this moment, if it is on. */
export function overAt(pass: HeldPass, at: Instant): HeldPass {
  if (pass.isOver) return pass;
  return { ...pass, isOver: true, endsAt: instant(Math.min(pass.endsAt, at)) };
}
