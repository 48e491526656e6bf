import type { Duration } from '../domain/time';
import { durationCode, durationText } from './format';

/** A length of time on screen: always a `<time>`, so that machines read the seconds behind the words. */
export function DurationText({ of }: { of: Duration }) {
  return (
    <time class="num" dateTime={durationCode(of)}>
      {durationText(of)}
    </time>
  );
}
