import type { ComponentChildren } from 'preact';
import type { Category } from '../../domain/settings';
import { ExportButton, type ExportButtonProps, JSON_FILE } from '../../ui/export-button';
import { text } from '../../ui/text';
import { ForeignPreview } from './foreign-preview';
import { ImportButton } from './import-button';
import { ImportOutcome } from './import-outcome';
import { ImportPreview } from './import-preview';
import { Section } from './section';
import { type ImportProps, useImport } from './use-import';

/** `children` is what can be set here, and `removal` what can be deleted, once the settings are read. */
export type DataSectionProps = Omit<ExportButtonProps, 'as'> &
  ImportProps & {
    categories: readonly Category[];
    children: ComponentChildren;
    removal: ComponentChildren;
  };

export function DataSection({
  children,
  removal,
  exportAll,
  importHistory,
  takeOver,
  categories,
  save,
  sentence,
}: DataSectionProps) {
  const { progress, take, confirm, takeForeign, cancel } = useImport({
    importHistory,
    takeOver,
    sentence,
  });
  return (
    <Section id="data" intro="settings_data_intro">
      <p class="intro">{text('settings_data_seen')}</p>
      {children}
      <p class="intro">
        {text('settings_data_export')} {text('settings_data_import')}
      </p>
      <div class="actions">
        <ExportButton exportAll={exportAll} save={save} sentence={sentence} as={JSON_FILE} />
        <ImportButton isBusy={progress.step === 'reading'} take={take} />
      </div>
      {progress.step === 'asking' && (
        <ImportPreview summary={progress.summary} confirm={() => confirm(progress.content)} cancel={cancel} />
      )}
      {progress.step === 'foreign' && (
        <ForeignPreview
          file={progress.file}
          categories={categories}
          confirm={wanted => takeForeign(progress.file, wanted)}
          cancel={cancel}
        />
      )}
      <ImportOutcome progress={progress} />
      {removal}
    </Section>
  );
}
