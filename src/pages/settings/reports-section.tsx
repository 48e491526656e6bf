import { text } from '../../ui/text';
import { Section } from './section';

export function ReportsSection() {
  return (
    <Section id="reports" intro="settings_reports_intro">
      <a class="btn btn-secondary" href="../report/index.html">
        {text('settings_todays_report')}
      </a>
    </Section>
  );
}
