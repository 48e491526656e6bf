import type { PassMinutes } from '../../domain/pass';
import { MINUTE } from '../../domain/time';
import { durationCode } from '../../ui/format';
import { counted } from '../../ui/text';

/** Spelled out, as it is read aloud. */
export function MinutesText({ of }: { of: PassMinutes }) {
  return <time dateTime={durationCode(of * MINUTE)}>{counted('blocked_minutes_long', of)}</time>;
}
