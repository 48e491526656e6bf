import type { ImportSummary } from '../../domain/merge';
import { text } from '../../ui/text';
import { ImportAnswers } from './import-answers';
import { previewText } from './import-words';

interface ImportPreviewProps {
  summary: ImportSummary;
  confirm: () => Promise<void>;
  cancel: () => void;
}

/** What a file would bring, before anything is changed. */
export function ImportPreview({ summary, confirm, cancel }: ImportPreviewProps) {
  return (
    <fieldset class="import-preview" aria-label={text('settings_import_preview')}>
      <p>{previewText(summary)}</p>
      <ImportAnswers confirm={confirm} cancel={cancel} />
    </fieldset>
  );
}
