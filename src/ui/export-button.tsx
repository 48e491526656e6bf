import { useState } from 'preact/hooks';
import { dayOf } from '../domain/calendar';
import type { Export } from '../domain/export';
import { instant } from '../domain/time';
import type { SaveFile } from './save-file';
import { type TextKey, text } from './text';

export interface ExportButtonProps {
  exportAll: () => Promise<Export>;
  save: SaveFile;
  /** What went wrong, as a sentence. */
  sentence: (error: unknown) => string;
  as: ExportFile;
}

/** What kind of file it becomes. */
export interface ExportFile {
  label: TextKey;
  type: string;
  ending: string;
  write: (everything: Export) => string;
}

/** Everything, to be imported again. */
export const JSON_FILE: ExportFile = {
  label: 'ui_export_json',
  type: 'application/json',
  ending: 'json',
  write: everything => JSON.stringify(everything, null, 2),
};

type Progress =
  | { step: 'rest' | 'writing' }
  | { step: 'saved'; file: string }
  | { step: 'failed'; why: string };

/** *Export JSON* and the like: everything up to the moment of the click, as one file. */
export function ExportButton({ exportAll, save, sentence, as }: ExportButtonProps) {
  const [progress, setProgress] = useState<Progress>({ step: 'rest' });
  const write = async () => {
    if (progress.step === 'writing') return;
    setProgress({ step: 'writing' });
    try {
      const everything = await exportAll();
      const file = `${nameOf(everything)}.${as.ending}`;
      save(file, as.type, as.write(everything));
      setProgress({ step: 'saved', file });
    } catch (error) {
      setProgress({ step: 'failed', why: sentence(error) });
    }
  };
  return (
    <>
      <button type="button" class="btn btn-secondary" aria-busy={progress.step === 'writing'} onClick={write}>
        {text(as.label)}
      </button>
      <span class="export-outcome" aria-live="polite">
        {progress.step === 'saved' && <span class="caption">{text('ui_exported', progress.file)}</span>}
        {progress.step === 'failed' && <span class="error">{progress.why}</span>}
      </span>
    </>
  );
}

/** Named for the user's day at the moment of export. */
function nameOf({ exportedAt, timeZone, settings }: Export): string {
  const day = dayOf({ at: instant(Date.parse(exportedAt)), zone: timeZone }, settings.dayStart);
  return `big-rock-${day}`;
}
