import type { Duration, Instant } from '../../domain/time';
import { text } from '../../ui/text';
import { Countdown } from './countdown';
import type { StepProps } from './pass-step';
import { StepCard } from './step-card';
import { useLeft } from './use-left';

interface AsideWaitProps extends StepProps {
  opensAt: Instant;
  wait: Duration;
  onPutAside: () => void;
}

/** The wait before the rock can be put aside. It ends in a button: a person may have changed their mind. */
export function AsideWait({ opensAt, wait, onPutAside, isByHand, onClose }: AsideWaitProps) {
  const left = useLeft(opensAt);
  return (
    <StepCard label={text('blocked_aside')} takesFocus={isByHand}>
      <Countdown until={opensAt} of={wait} words="blocked_aside_in" over="blocked_aside_now" />
      <div class="step-actions">
        <button class="btn btn-quiet" type="button" onClick={onClose}>
          {text('blocked_cancel')}
        </button>
        <button class="btn btn-secondary" type="button" disabled={left > 0} onClick={onPutAside}>
          {text('blocked_aside_do')}
        </button>
      </div>
    </StepCard>
  );
}
