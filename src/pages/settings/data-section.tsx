import type { ComponentChildren } from 'preact';
import { ExportButton, type ExportButtonProps } from '../../ui/export-button';
import { text } from '../../ui/text';
import { ImportButton } from './import-button';
import { ImportOutcome } from './import-outcome';
import { Section } from './section';
import { type ImportProps, useImport } from './use-import';

/** `children` is what can be set here, once the settings are read. */
export type DataSectionProps = ExportButtonProps & ImportProps & { children: ComponentChildren };

export function DataSection({ children, exportAll, importHistory, save, sentence }: DataSectionProps) {
  const { progress, take } = useImport({ importHistory, sentence });
  return (
    <Section id="data" intro="settings_data_intro">
      <p class="intro">{text('settings_data_seen')}</p>
      {children}
      <p class="intro">
        {text('settings_data_export')} {text('settings_data_import')}
      </p>
      <div class="actions">
        <ExportButton exportAll={exportAll} save={save} sentence={sentence} />
        <ImportButton isBusy={progress.step === 'reading'} take={take} />
      </div>
      <ImportOutcome progress={progress} />
    </Section>
  );
}
