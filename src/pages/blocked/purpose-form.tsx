import { useEffect, useRef, useState } from 'preact/hooks';
import { PASS_MINUTES, type PassMinutes } from '../../domain/pass';
import { MINUTE } from '../../domain/time';
import type { Blocked, Fault } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { faultText } from '../../ui/fault-text';
import { durationCode } from '../../ui/format';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { MinutesText } from './minutes-text';
import type { StepProps } from './pass-step';
import { PassesLeft } from './passes-left';
import type { PurposeDraft } from './store';

interface PurposeFormProps extends StepProps {
  reply: Blocked;
  draft: PurposeDraft;
  onDraft: (draft: PurposeDraft) => void;
  onAsk: (draft: PurposeDraft) => Promise<Fault | null>;
}

/** What for and for how long. What was typed is kept while the page stands, also when the form is closed. */
export function PurposeForm({ reply, draft, onDraft, onAsk, isByHand, onClose }: PurposeFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  useEffect(() => {
    if (isByHand) field.current?.focus();
  }, [isByHand]);
  const submit = async () => {
    const refused = await onAsk({ ...draft, purpose: field.current?.value ?? '' });
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
        <label for="purpose">{text('blocked_purpose')}</label>
        <input
          class="input"
          id="purpose"
          ref={field}
          autoComplete="off"
          defaultValue={draft.purpose}
          aria-invalid={fault !== null}
          aria-describedby={fault ? 'purpose-fault' : undefined}
          onInput={event => {
            setFault(null);
            onDraft({ ...draft, purpose: event.currentTarget.value });
          }}
        />
        {fault && (
          <p class="error" id="purpose-fault" role="alert">
            {faultText(fault)}
          </p>
        )}
      </div>
      <div class="row">
        <Minutes chosen={draft.minutes} onChoose={minutes => onDraft({ ...draft, minutes })} />
        <div class="step-actions">
          <button class="btn btn-quiet" type="button" onClick={onClose}>
            {text('blocked_cancel')}
          </button>
          <button class="btn btn-secondary" type="submit">
            <span>
              <TextWith of="blocked_open_for" parts={[<MinutesText of={draft.minutes} key="minutes" />]} />
            </span>
          </button>
        </div>
      </div>
      <p class="hint">
        <TextWith
          of="blocked_pass_terms"
          parts={[<bdi key="site">{reply.site}</bdi>, <DurationText of={reply.door.passWait} key="wait" />]}
        />
      </p>
      <PassesLeft door={reply.door} />
    </form>
  );
}

interface MinutesProps {
  chosen: PassMinutes;
  onChoose: (minutes: PassMinutes) => void;
}

function Minutes({ chosen, onChoose }: MinutesProps) {
  return (
    <div class="field" role="radiogroup" aria-labelledby="minutes">
      <p class="legend" id="minutes">
        {text('blocked_minutes')}
      </p>
      <div class="segmented">
        {PASS_MINUTES.map(minutes => (
          <label key={minutes}>
            <input
              type="radio"
              name="minutes"
              value={minutes}
              checked={minutes === chosen}
              onChange={() => onChoose(minutes)}
            />
            <span>
              <time dateTime={durationCode(minutes * MINUTE)}>{minutes}</time>
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}
