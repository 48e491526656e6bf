import type { Desk, Needs } from './desk';
import type { Finding } from './finding';

/** One thing that can happen to a visit, played in real time. */
export interface Scenario {
  readonly name: string;
  /** One word, by which it can be asked for alone. */
  readonly key: string;
  readonly needs?: Needs;
  play(desk: Desk): Promise<Finding[]>;
}
