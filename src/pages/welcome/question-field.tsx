import { useState } from 'preact/hooks';
import type { SettingsEdit } from '../../domain/edit-settings';
import { text } from '../../ui/text';
import { SavedStatus } from './saved-status';
import { faultIn, type Kept } from './store';

interface QuestionFieldProps {
  saved: string;
  zone: string;
  onSave: (edit: SettingsEdit) => Promise<Kept>;
}

/** The user's question, saved when the field is left. */
export function QuestionField({ saved, zone, onSave }: QuestionFieldProps) {
  const [outcome, setOutcome] = useState<Kept | null>(null);
  return (
    <div class="field">
      <label for="question">{text('welcome_question')}</label>
      <input
        class="input input-rock"
        id="question"
        defaultValue={saved}
        autoComplete="off"
        aria-invalid={outcome !== null && faultIn(outcome) !== null}
        aria-describedby="question-hint"
        onChange={async event => {
          const question = event.currentTarget.value;
          setOutcome(null);
          setOutcome(await onSave({ edit: 'set-question', question }));
        }}
      />
      <p class="hint" id="question-hint">
        {text('welcome_question_hint')}
      </p>
      <SavedStatus outcome={outcome} zone={zone} />
    </div>
  );
}
