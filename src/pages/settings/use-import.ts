import { useState } from 'preact/hooks';
import type { ImportRefusal } from '../../domain/import-fault';
import { MAX_IMPORT_MEGABYTES } from '../../domain/limits';
import type { ImportSummary } from '../../domain/merge';
import type { Imported } from '../../messages/requests';

export interface ImportProps {
  /** With `preview`, only what it would do. */
  importHistory: (file: unknown, preview: boolean) => Promise<Imported>;
  /** What went wrong, as a sentence. */
  sentence: (error: unknown) => string;
}

export type Refusal = ImportRefusal | { because: 'not-json' | 'too-large' | 'unreadable' };

export type ImportProgress =
  | { step: 'rest' | 'reading' }
  | { step: 'asking'; summary: ImportSummary; content: unknown }
  | { step: 'imported'; summary: ImportSummary }
  | { step: 'refused'; refusal: Refusal }
  | { step: 'failed'; why: string };

/** What became of the file chosen last, and how to import another; one at a time. */
export function useImport({ importHistory, sentence }: ImportProps) {
  const [progress, setProgress] = useState<ImportProgress>({ step: 'rest' });
  const during = async (work: () => Promise<ImportProgress>) => {
    if (progress.step === 'reading') return;
    setProgress({ step: 'reading' });
    setProgress(await work().catch((error): ImportProgress => ({ step: 'failed', why: sentence(error) })));
  };
  /** Tells what the file would bring. */
  const take = (file: File) =>
    during(async () => {
      const read = await contentOf(file);
      if ('refused' in read) return { step: 'refused', refusal: read.refused };
      const { content } = read;
      const reply = await importHistory(content, true);
      if ('refused' in reply) return { step: 'refused', refusal: reply.refused };
      return { step: 'asking', summary: reply.imported, content };
    });
  const confirm = (content: unknown) =>
    during(async () => {
      const reply = await importHistory(content, false);
      if ('refused' in reply) return { step: 'refused', refusal: reply.refused };
      return { step: 'imported', summary: reply.imported };
    });
  const cancel = () => setProgress({ step: 'rest' });
  return { progress, take, confirm, cancel };
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
