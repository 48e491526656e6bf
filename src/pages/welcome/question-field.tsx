import { useState } from 'preact/hooks';
import type { SettingsEdit } from '../../domain/edit-settings';
import type { Fault } from '../../messages/requests';
import { text } from '../../ui/text';
import { SavedStatus } from './saved-status';

interface QuestionFieldProps {
  saved: string;
  onSave: (edit: SettingsEdit) => Promise<Fault | null>;
}

/** The user's question, saved when the field is left. */
export function QuestionField({ saved, onSave }: QuestionFieldProps) {
  const [outcome, setOutcome] = useState<Fault | 'saved' | null>(null);
  return (
    <div class="field">
      <label for="question">{text('welcome_question')}</label>
      <input
        class="input input-rock"
        id="question"
        defaultValue={saved}
        autoComplete="off"
        aria-invalid={outcome !== null && outcome !== 'saved'}
        aria-describedby="question-hint"
        onChange={async event => {
          setOutcome(
            (await onSave({ edit: 'set-question', question: event.currentTarget.value })) ?? 'saved',
          );
        }}
      />
      <p class="hint" id="question-hint">
        {text('welcome_question_hint')}
      </p>
      <SavedStatus outcome={outcome} />
    </div>
  );
}
