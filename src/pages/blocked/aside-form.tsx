import { useEffect, useRef, useState } from 'preact/hooks';
import type { Duration } from '../../domain/time';
import type { Fault } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { faultText } from '../../ui/fault-text';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import type { StepProps } from './pass-step';

interface AsideFormProps extends StepProps {
  wait: Duration;
  onAsk: (sentence: string) => Promise<Fault | null>;
}

/** The sentence that has to be typed as it stands. */
export function AsideForm({ wait, onAsk, isByHand, onClose }: AsideFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  useEffect(() => {
    if (isByHand) field.current?.focus();
  }, [isByHand]);
  const submit = async () => {
    const refused = await onAsk(field.current?.value ?? '');
    setFault(refused);
    if (refused) field.current?.focus();
  };
  return (
    <form
      class="card step"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void submit();
      }}
    >
      <div class="field">
        <label for="sentence">{text('blocked_aside_type')}</label>
        <p class="sentence" id="sentence-shown">
          {text('blocked_aside_sentence')}
        </p>
        <input
          class="input"
          id="sentence"
          ref={field}
          autoComplete="off"
          spellcheck={false}
          aria-invalid={fault !== null}
          aria-describedby={fault ? 'sentence-shown sentence-fault' : 'sentence-shown'}
          onInput={() => setFault(null)}
        />
        {fault && (
          <p class="error" id="sentence-fault" role="alert">
            {faultText(fault)}
          </p>
        )}
      </div>
      <p class="hint">
        <TextWith of="blocked_aside_terms" parts={[<DurationText of={wait} key="wait" />]} />
      </p>
      <div class="step-actions">
        <button class="btn btn-quiet" type="button" onClick={onClose}>
          {text('blocked_cancel')}
        </button>
        <button class="btn btn-secondary" type="submit">
          {text('blocked_aside_ask')}
        </button>
      </div>
    </form>
  );
}
