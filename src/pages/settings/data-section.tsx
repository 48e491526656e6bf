import type { ComponentChildren } from 'preact';
import { ExportButton, type ExportButtonProps } from '../../ui/export-button';
import { text } from '../../ui/text';
import { Section } from './section';

interface DataSectionProps extends ExportButtonProps {
  /** What can be set here, once the settings are read. */
  children: ComponentChildren;
}

export function DataSection({ children, ...props }: DataSectionProps) {
  return (
    <Section id="data" intro="settings_data_intro">
      <p class="intro">{text('settings_data_seen')}</p>
      {children}
      <p class="intro">{text('settings_data_export')}</p>
      <div class="actions">
        <ExportButton {...props} />
      </div>
    </Section>
  );
}
