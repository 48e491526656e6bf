import { useState } from 'preact/hooks';
import type { ImportRefusal } from '../../domain/import-fault';
import { MAX_IMPORT_MEGABYTES } from '../../domain/limits';
import type { ImportSummary } from '../../domain/merge';
import type { Imported } from '../../messages/requests';

export interface ImportProps {
  importHistory: (file: unknown) => Promise<Imported>;
  /** What went wrong, as a sentence. */
  sentence: (error: unknown) => string;
}

export type Refusal = ImportRefusal | { because: 'not-json' | 'too-large' | 'unreadable' };

export type ImportProgress =
  | { step: 'rest' | 'reading' }
  | { step: 'imported'; summary: ImportSummary }
  | { step: 'refused'; refusal: Refusal }
  | { step: 'failed'; why: string };

/** What became of the file chosen last, and how to import another; one at a time. */
export function useImport({ importHistory, sentence }: ImportProps) {
  const [progress, setProgress] = useState<ImportProgress>({ step: 'rest' });
  const take = async (file: File) => {
    if (progress.step === 'reading') return;
    setProgress({ step: 'reading' });
    try {
      const read = await contentOf(file);
      const reply = 'refused' in read ? read : await importHistory(read.content);
      setProgress(
        'refused' in reply
          ? { step: 'refused', refusal: reply.refused }
          : { step: 'imported', summary: reply.imported },
      );
    } catch (error) {
      setProgress({ step: 'failed', why: sentence(error) });
    }
  };
  return { progress, take };
}

async function contentOf(file: File): Promise<{ content: unknown } | { refused: Refusal }> {
  if (file.size > MAX_IMPORT_MEGABYTES * 1e6) return { refused: { because: 'too-large' } };
  const json = await file.text().catch(() => null);
  if (json === null) return { refused: { because: 'unreadable' } };
  try {
    return { content: JSON.parse(json) };
  } catch {
    return { refused: { because: 'not-json' } };
  }
}
