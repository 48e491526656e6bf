import type { LeftOutReason } from './foreign-file';
import { type PatternParts, parsePattern } from './pattern';

export type ForeignEntry = { parts: PatternParts } | { why: LeftOutReason };

/**
 * One entry of a foreign list as a pattern. Stricter than what a person types into our own field: a number is no
 * address there (`1234` would be read as 0.0.4.210), and a mail address is no site.
 */
export function foreignSite(entry: string): ForeignEntry {
  if (/^\+?file:/i.test(entry)) return { why: 'local-files' };
  const parsed = parsePattern(entry);
  if ('fault' in parsed) return { why: parsed.fault };
  const { host } = parsed.parts;
  const isSpelledOut = !/^\d+(?:\.\d+){3}$/.test(host) || entry.includes(host);
  const isMail = /^[^/:]+@/.test(entry);
  return isSpelledOut && !isMail ? parsed : { why: 'not-a-host' };
}
