import type { VNode } from 'preact';
import { faultText } from '../../ui/fault-text';
import { counted, text } from '../../ui/text';
import { WaitsText } from '../../ui/waits-text';
import type { Outcome, WelcomeState } from './store';

export function AllowButton({ state }: { state: WelcomeState }) {
  return (
    <div class="go">
      <button class="btn btn-primary btn-big" type="button" onClick={() => void state.allowChosen()}>
        {text('welcome_allow')}
      </button>
      <div class="hint">
        <p>{text('welcome_allow_hint')}</p>
        <p class={`outcome ${toneOf(state.outcome)}`} role="status">
          {state.outcome && outcomeText(state.outcome, state)}
        </p>
      </div>
    </div>
  );
}

function outcomeText(outcome: Outcome, { view }: WelcomeState): string | VNode {
  if ('fault' in outcome) return faultText(outcome.fault);
  if ('waits' in outcome) return <WaitsText until={outcome.waits.takesEffectAt} zone={view?.zone ?? 'UTC'} />;
  if (!outcome.allowed) return text('welcome_not_allowed');
  return outcome.sites === 0 ? text('welcome_none_chosen') : counted('welcome_allowed', outcome.sites);
}

function toneOf(outcome: Outcome | null): string {
  return outcome && 'fault' in outcome ? 'error' : '';
}
