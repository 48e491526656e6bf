import { useRef, useState } from 'preact/hooks';
import type { Fault } from '../../messages/requests';
import { faultText } from '../../ui/fault-text';
import { text } from '../../ui/text';

interface ProgressFormProps {
  movedForward: string | null;
  onSave: (movedForward: string) => Promise<Fault | null>;
}

/** *What moved forward?*, which may be left unanswered. */
export function ProgressForm({ movedForward, onSave }: ProgressFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Fault | 'saved' | null>(null);
  const fault = outcome === 'saved' ? null : outcome;
  return (
    <form
      class="progress"
      noValidate
      onSubmit={async event => {
        event.preventDefault();
        setOutcome((await onSave(field.current?.value ?? '')) ?? 'saved');
      }}
    >
      <label for="moved-forward">{text('popup_moved_forward')}</label>
      <div class="row">
        <input
          class="input input-dense"
          id="moved-forward"
          autoComplete="off"
          ref={field}
          defaultValue={movedForward ?? ''}
          aria-invalid={fault !== null}
          aria-describedby={fault ? 'moved-forward-fault' : undefined}
          onInput={() => setOutcome(null)}
        />
        <button class="btn btn-secondary btn-dense" type="submit">
          {text('popup_save')}
        </button>
      </div>
      {fault && (
        <p class="error" id="moved-forward-fault" role="alert">
          {faultText(fault)}
        </p>
      )}
      <p class="visually-hidden" role="status">
        {outcome === 'saved' && text('popup_saved')}
      </p>
    </form>
  );
}
