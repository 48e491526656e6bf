import type { Blocked, DoorView } from '../../messages/requests';
import { text } from '../../ui/text';
import { Countdown } from './countdown';
import { MinutesText } from './minutes-text';
import type { StepProps } from './pass-step';
import { StepCard } from './step-card';

interface PassWaitProps extends StepProps {
  reply: Blocked;
  asked: NonNullable<DoorView['asked']>;
}

/** The wait before a pass; the page goes on by itself when it is over. */
export function PassWait({ reply, asked, isByHand, onClose }: PassWaitProps) {
  return (
    <StepCard label={text('blocked_on_purpose')} takesFocus={isByHand}>
      <p class="purpose">
        <bdi>{asked.purpose}</bdi>
      </p>
      <Countdown
        until={asked.opensAt}
        of={reply.door.passWait}
        words="blocked_opens_in"
        over="blocked_opens_now"
        parts={[<bdi key="site">{reply.site}</bdi>, <MinutesText of={asked.minutes} key="minutes" />]}
      />
      <div class="row">
        <p class="hint">{text('blocked_pass_counted')}</p>
        <button class="btn btn-quiet" type="button" onClick={onClose}>
          {text('blocked_cancel')}
        </button>
      </div>
    </StepCard>
  );
}
