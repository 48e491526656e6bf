import type { DoorView } from '../../messages/requests';
import { AsideForm } from './aside-form';
import { AsideWait } from './aside-wait';
import type { StepProps } from './pass-step';
import type { BlockedState } from './store';

interface AsideStepProps extends StepProps {
  door: DoorView;
  state: BlockedState;
}

/** Putting the rock aside: a sentence, a wait, and a last word, so that nobody does it in passing. */
export function AsideStep({ door, state, ...step }: AsideStepProps) {
  return door.asideOpensAt === null ? (
    <AsideForm wait={door.asideWait} onAsk={state.askToPutAside} {...step} />
  ) : (
    <AsideWait opensAt={door.asideOpensAt} wait={door.asideWait} onPutAside={state.putAside} {...step} />
  );
}
