import type { Fault } from '../../messages/requests';
import { faultText } from '../../ui/fault-text';
import { text } from '../../ui/text';

/** Says that a change was kept, or why not; its line is there from the start, so nothing moves. */
export function SavedStatus({ outcome }: { outcome: Fault | 'saved' | null }) {
  const isFault = outcome !== null && outcome !== 'saved';
  return (
    <p class={isFault ? 'error saved' : 'hint saved'} role="status">
      {isFault ? faultText(outcome) : outcome && text('welcome_saved')}
    </p>
  );
}
