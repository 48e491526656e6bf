import { faultText } from '../../ui/fault-text';
import { text } from '../../ui/text';
import { WaitsText } from '../../ui/waits-text';
import { faultIn, type Kept } from './store';

/** Says that a change was kept, that it waits, or why not; its line is there from the start, so nothing moves. */
export function SavedStatus({ outcome, zone }: { outcome: Kept | null; zone: string }) {
  const fault = outcome && faultIn(outcome);
  return (
    <p class={fault ? 'error saved' : 'hint saved'} role="status">
      {fault && faultText(fault)}
      {outcome === 'saved' && text('welcome_saved')}
      {outcome && outcome !== 'saved' && 'waits' in outcome && (
        <WaitsText until={outcome.waits.takesEffectAt} zone={zone} />
      )}
    </p>
  );
}
