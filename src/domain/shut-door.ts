import type { Door } from './door';

/** Apart from `door`, which needs what `state` has, as `state` needs this: which of the two came first was chance. */
export const SHUT_DOOR: Door = { asked: null, asideAsked: null, passes: [] };
