import type { PassOutcome } from '../../domain/pass';
import type { DoorView } from '../../messages/requests';
import { text } from '../../ui/text';

interface DidYouDoItProps {
  pass: NonNullable<DoorView['unanswered']>;
  onAnswer: (outcome: PassOutcome) => void;
}

/** At the end of a pass: whether what it was for is done. */
export function DidYouDoIt({ pass, onAnswer }: DidYouDoItProps) {
  return (
    <fieldset class="answer">
      <legend class="legend">{text('blocked_did_you')}</legend>
      <p class="what">
        <bdi>{pass.purpose}</bdi>
        <bdi class="caption">{pass.site}</bdi>
      </p>
      <div class="step-actions">
        <button class="btn btn-secondary btn-dense" type="button" onClick={() => onAnswer('yes')}>
          {text('blocked_yes')}
        </button>
        <button class="btn btn-secondary btn-dense" type="button" onClick={() => onAnswer('no')}>
          {text('blocked_no')}
        </button>
      </div>
    </fieldset>
  );
}
