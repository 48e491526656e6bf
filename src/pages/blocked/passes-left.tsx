import type { DoorView } from '../../messages/requests';
import { counted, text } from '../../ui/text';

/** How many visits on purpose the day has left, or why there is none. */
export function PassesLeft({ door: { passesLeft, passesADay } }: { door: DoorView }) {
  return (
    <p class="hint passes-left" id="passes-left">
      {words(passesLeft, passesADay)}
    </p>
  );
}

function words(left: number, aDay: number): string {
  if (left > 0) return counted('blocked_passes_left', left);
  return aDay === 0 ? text('blocked_passes_none') : counted('blocked_passes_used', aDay);
}
