import { ExportButton, type ExportButtonProps } from '../../ui/export-button';
import { text } from '../../ui/text';
import { Section } from './section';

export function DataSection(props: ExportButtonProps) {
  return (
    <Section id="data" intro="settings_data_intro">
      <p class="intro">{text('settings_data_seen')}</p>
      <p class="intro">{text('settings_data_export')}</p>
      <div class="actions">
        <ExportButton {...props} />
      </div>
    </Section>
  );
}
