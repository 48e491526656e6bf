import { text } from '../../ui/text';
import { Section } from './section';
import type { Save } from './store';
import { useDraft } from './use-draft';

export interface QuestionSectionProps {
  question: string;
  save: Save;
}

export function QuestionSection({ question, save }: QuestionSectionProps) {
  const { typed, refusal, type, settle } = useDraft<string, string>({
    stored: question,
    read: value => ({ value }),
    save: value => save(() => ({ edit: 'set-question', question: value })),
  });
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
          aria-invalid={refusal !== null}
          aria-describedby="question-fault"
          onInput={event => void type(event.currentTarget.value)}
          onChange={event => void settle(event.currentTarget.value)}
        />
        <p class="error" id="question-fault" role="alert">
          {refusal?.why}
        </p>
      </div>
    </Section>
  );
}
