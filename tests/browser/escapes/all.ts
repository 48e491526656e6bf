import { AHEAD, BY_HAND, LED, TYPED } from './asked';
import type { Escape } from './escape';
import { IN_HISTORY, IN_PAGE } from './kept';
import { STANDING, WITH_WORKERS } from './standing';

/** What can be played one after the other in one browser with a rock pinned. */
export const ESCAPES: readonly Escape[] = [
  ...TYPED,
  ...LED,
  ...AHEAD,
  ...BY_HAND,
  ...IN_PAGE,
  ...IN_HISTORY,
  ...STANDING,
  ...WITH_WORKERS,
];
