import type { Settings } from '../../domain/settings';
import { GuessFields, withGuess } from '../../ui/guess-fields';
import { text } from '../../ui/text';
import { IdleField } from './idle-field';
import { RateField } from './rate-field';
import { Section } from './section';
import type { Save } from './store';

interface ReportsSectionProps {
  /** Null until they are read. */
  settings: Settings | null;
  save: Save;
}

export function ReportsSection({ settings, save }: ReportsSectionProps) {
  return (
    <Section id="reports" intro="settings_reports_intro">
      {settings && (
        <>
          <IdleField idleSeconds={settings.idleSeconds} save={save} />
          <RateField rate={settings.hourlyRate} save={save} />
          <GuessFields
            categories={settings.categories}
            guesses={settings.guesses}
            save={(category, minutes) =>
              save(asked => ({ edit: 'set-guesses', guesses: withGuess(asked.guesses, category, minutes) }))
            }
          />
        </>
      )}
      <a class="btn btn-secondary" href="../report/index.html">
        {text('settings_todays_report')}
      </a>
    </Section>
  );
}
