import { type Duration, type Instant, instant, MINUTE } from './time';

/** Something asked for that can be had a while later. */
export interface Wait {
  askedAt: Instant;
  opensAt: Instant;
}

/** How long after that it still can be. */
const LAPSE: Duration = 10 * MINUTE;

/** When it lapses because nobody has followed it up. */
export const lapseOf = ({ opensAt }: Wait): Instant => instant(opensAt + LAPSE);

/** What has become of a wait; where the clock was set back, it begins anew rather than last for ever. */
export function waitAt<T extends Wait>(wait: T | null, at: Instant): T | null {
  if (!wait || at >= lapseOf(wait)) return null;
  if (at >= wait.askedAt) return wait;
  return { ...wait, askedAt: at, opensAt: instant(at + wait.opensAt - wait.askedAt) };
}
