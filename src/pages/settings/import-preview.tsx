import { useEffect, useRef } from 'preact/hooks';
import type { ImportSummary } from '../../domain/merge';
import { text } from '../../ui/text';
import { previewText } from './import-words';

interface ImportPreviewProps {
  summary: ImportSummary;
  confirm: () => Promise<void>;
  cancel: () => void;
}

/** What a file would bring, before anything is changed. */
export function ImportPreview({ summary, confirm, cancel }: ImportPreviewProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <fieldset class="import-preview" aria-label={text('settings_import_preview')}>
      <p>{previewText(summary)}</p>
      <div class="actions">
        <button type="button" class="btn btn-primary" ref={button} onClick={() => void confirm()}>
          {text('settings_import_do')}
        </button>
        <button type="button" class="btn btn-quiet" onClick={cancel}>
          {text('settings_import_leave')}
        </button>
      </div>
    </fieldset>
  );
}
