import { useState } from 'preact/hooks';
import type { Foreign } from '../../domain/foreign-file';
import type { ImportRefusal } from '../../domain/import-fault';
import { MAX_IMPORT_MEGABYTES } from '../../domain/limits';
import type { ImportSummary } from '../../domain/merge';
import type { Imported } from '../../messages/requests';
import type { TakenOver, TakeOver } from './take-over';

export interface ImportProps {
  /** With `preview`, only what it would do. */
  importHistory: (file: unknown, preview: boolean) => Promise<Imported>;
  takeOver: (file: Foreign, wanted: TakeOver) => Promise<TakenOver>;
  /** What went wrong, as a sentence. */
  sentence: (error: unknown) => string;
}

export type Refusal = ImportRefusal | { because: 'not-json' | 'too-large' | 'unreadable' };

export type ImportProgress =
  | { step: 'rest' | 'reading' }
  | { step: 'asking'; summary: ImportSummary; content: unknown }
  | { step: 'foreign'; file: Foreign }
  | { step: 'imported'; summary: ImportSummary | null }
  | { step: 'refused'; refusal: Refusal }
  | { step: 'failed'; why: string };

/** What became of the file chosen last, and how to import another; one at a time. */
export function useImport({ importHistory, takeOver, sentence }: ImportProps) {
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
      if ('foreign' in read) return { step: 'foreign', file: read.foreign };
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
  const takeForeign = (file: Foreign, wanted: TakeOver) =>
    during(async () => ({ step: 'imported', summary: await takeOver(file, wanted) }));
  const cancel = () => setProgress({ step: 'rest' });
  return { progress, take, confirm, takeForeign, cancel };
}

async function contentOf(
  file: File,
): Promise<{ content: unknown } | { foreign: Foreign } | { refused: Refusal }> {
  if (file.size > MAX_IMPORT_MEGABYTES * 1e6) return { refused: { because: 'too-large' } };
  const text = await file.text().catch(() => null);
  if (text === null) return { refused: { because: 'unreadable' } };
  const content = parsed(text);
  if (isOurs(content)) return { content };
  // Few ever need what reads the files of others.
  const { readForeign } = await import('../../domain/foreign');
  const foreign = readForeign(text);
  if (foreign) return { foreign };
  return content === undefined ? { refused: { because: 'not-json' } } : { content };
}

const isOurs = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && 'format' in content && content.format === 'big-rock';

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
