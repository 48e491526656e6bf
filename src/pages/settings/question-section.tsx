import { useEffect, useState } from 'preact/hooks';
import type { SettingsEdit } from '../../domain/edit-settings';
import type { Fault } from '../../messages/requests';
import { text } from '../../ui/text';
import { useSaveFault } from './save-fault';
import { Section } from './section';

export interface QuestionSectionProps {
  question: string;
  save: (edit: SettingsEdit) => Promise<Fault | null>;
}

export function QuestionSection({ question, save }: QuestionSectionProps) {
  const [typed, setTyped] = useState(question);
  const { error, saving } = useSaveFault(save);
  useEffect(() => setTyped(question), [question]);
  return (
    <Section id="rock" intro="settings_rock_intro">
      <div class="field question">
        <label for="question">{text('settings_question')}</label>
        <input
          class="input"
          id="question"
          type="text"
          dir="auto"
          value={typed}
          aria-invalid={error !== null}
          aria-describedby="question-fault"
          onInput={event => setTyped(event.currentTarget.value)}
          onChange={event => void saving({ edit: 'set-question', question: event.currentTarget.value })}
        />
        <p class="error" id="question-fault" role="alert">
          {error}
        </p>
      </div>
    </Section>
  );
}
