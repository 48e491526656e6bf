import { type Duration, SECOND } from './time';

/** Attention is written down every so often while a visit is open. */
export const BEAT: Duration = 2 * SECOND;

/** A worker that stopped is started again by an alarm this long after the last one. */
export const REVIVAL: Duration = 30 * SECOND;
