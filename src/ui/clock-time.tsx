import type { Instant, Zone } from '../domain/time';
import { clockText } from './format';

/** A time of day on screen, with the instant it stands for. */
export function ClockTime({ at, zone }: { at: Instant; zone: Zone }) {
  return (
    <time class="num" dateTime={new Date(at).toISOString()}>
      {clockText(at, zone)}
    </time>
  );
}
