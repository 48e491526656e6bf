import type { State } from '../domain/state';
import type { Step } from '../domain/step';
import type { Moment } from '../domain/time';

/**
 * Why the browser was looked at. A beat, or a page that asks, shows nothing anew unless a visit began or ended; where a
 * page found itself out of line with the state (`doubted`), all is shown anew.
 */
export type Occasion = 'started' | 'beat' | 'read' | 'doubted' | 'moved' | 'scheduled';

export interface Shown extends Moment {
  before: State;
  step: Step;
  occasion: Occasion | 'asked' | 'imported';
  /** What to watch from now on; null where nothing was looked at, and all is to be watched that was. */
  watched: Watched | null;
}

export interface Watched {
  /** Whether to look again soon. */
  again: boolean;
  /** Whether it matters if another program is in front. */
  focus: boolean;
}
