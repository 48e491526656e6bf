import type { Settings } from '../../domain/settings';
import { text } from '../../ui/text';
import { useDraft } from '../../ui/use-draft';
import { LinesField } from './lines-field';
import { Section } from './section';
import type { Save } from './store';
import { ThemeFields } from './theme-fields';

export interface QuestionSectionProps {
  settings: Settings;
  save: Save;
}

export function QuestionSection({ settings, save }: QuestionSectionProps) {
  const { typed, refusal, type, settle } = useDraft<string, string>({
    stored: settings.question,
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
      <LinesField
        id="other-questions"
        label="settings_other_questions"
        note="settings_other_questions_note"
        stored={settings.otherQuestions}
        save={save}
        change={questions => ({ edit: 'set-other-questions', questions })}
      />
      <ThemeFields themes={settings.themes} save={save} />
    </Section>
  );
}
