import type { Blocked } from '../../messages/requests';
import { PassWait } from './pass-wait';
import { PurposeForm } from './purpose-form';
import type { BlockedState, PurposeDraft } from './store';

export interface StepProps {
  /** Somebody has opened it on this page, so the focus goes along. */
  isByHand: boolean;
  onClose: () => void;
}

interface PassStepProps extends StepProps {
  reply: Blocked;
  state: BlockedState;
  draft: PurposeDraft;
  onDraft: (draft: PurposeDraft) => void;
}

/** A visit on purpose: first what for and for how long, then the wait. */
export function PassStep({ reply, state, draft, onDraft, ...step }: PassStepProps) {
  const { asked } = reply.door;
  return asked ? (
    <PassWait reply={reply} asked={asked} {...step} />
  ) : (
    <PurposeForm reply={reply} draft={draft} onDraft={onDraft} onAsk={state.askForPass} {...step} />
  );
}
