import { useState } from 'preact/hooks';
import type { Export } from '../../domain/export';
import { csvOf } from '../../domain/export-csv';
import { faultOf } from '../../messages/request-error';
import { ExportButton, type ExportFile, JSON_FILE } from '../../ui/export-button';
import { faultText } from '../../ui/fault-text';
import type { SaveFile } from '../../ui/save-file';
import { text } from '../../ui/text';
import type { View } from './store';
import { weekMarkdown } from './week-markdown';

interface TakeawayProps {
  shown: View | null;
  exportAll: () => Promise<Export>;
  save: SaveFile;
  copy: (text: string) => Promise<void>;
}

/** The ways out of the browser: files of everything, paper, and the week as text for a coach. */
export function Takeaway({ shown, exportAll, save, copy }: TakeawayProps) {
  const sentence = (error: unknown) => faultText(faultOf(error));
  return (
    <section class="section takeaway" aria-labelledby="take">
      <header>
        <h2 id="take">{text('report_take')}</h2>
        <p>{text('report_take_note')}</p>
      </header>
      <div class="actions">
        <ExportButton exportAll={exportAll} save={save} sentence={sentence} as={JSON_FILE} />
        <ExportButton exportAll={exportAll} save={save} sentence={sentence} as={CSV_FILE} />
        {shown?.view === 'period' && shown.report.period.kind === 'week' && (
          <CopyButton write={() => copy(weekMarkdown(shown.report))} />
        )}
        <button type="button" class="btn btn-secondary" onClick={() => window.print()}>
          {text('report_print')}
        </button>
      </div>
    </section>
  );
}

/** The totals of each day, for a spreadsheet. */
const CSV_FILE: ExportFile = {
  label: 'report_export_csv',
  type: 'text/csv;charset=utf-8',
  ending: 'csv',
  write: csvOf,
};

function CopyButton({ write }: { write: () => Promise<void> }) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  return (
    <>
      <button
        type="button"
        class="btn btn-secondary"
        onClick={() =>
          void write().then(
            () => setOutcome('copied'),
            () => setOutcome('failed'),
          )
        }
      >
        {text('report_copy_week')}
      </button>
      <span class="export-outcome" aria-live="polite">
        {outcome && (
          <span class="caption">{text(outcome === 'copied' ? 'report_copied' : 'report_not_copied')}</span>
        )}
      </span>
    </>
  );
}
