import type { Pattern } from './pattern';
import type { DayKey, Instant, Zone } from './time';

export const REMARKS = [
  'put aside',
  'rock swapped',
  'access taken',
  'access given',
  'history restored',
  'history deleted',
] as const;

/** What else a day's report has to tell to be true. */
export interface Remark {
  id: string;
  at: Instant;
  zone: Zone;
  day: DayKey;
  what: (typeof REMARKS)[number];
  /** The site that access to was taken or given, or that was deleted from the history. */
  site: Pattern | null;
}
