import type { Pattern } from './pattern';
import type { CategoryId } from './settings';
import type { Duration, Moment } from './time';

/** When something was seen, by clocks that nobody can set. */
export interface Sighting {
  run: string;
  /** How long that run of the worker had been up. */
  uptime: Duration;
  /** Counts what was news, through all runs since the browser was started. */
  order: number;
}

export type Presence = 'active' | 'idle' | 'locked';

/** What was in front of the person at a moment, as the browser tells it. */
export interface Observation extends Moment, Sighting {
  /** The listed site in the active tab of the focused window, if there is one, and the pass by which it is open. */
  site: { site: Pattern; category: CategoryId; audible: boolean; pass: string | null } | null;
  presence: Presence;
  /** How long nobody has touched anything, where presence is idle. */
  idleFor: Duration;
  /** For how long after its last sound the browser goes on calling a tab audible. */
  linger: Duration;
}
