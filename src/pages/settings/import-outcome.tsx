import { MAX_IMPORT_MEGABYTES } from '../../domain/limits';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { REASON_TEXTS, REFUSAL_TEXTS, summaryText } from './import-words';
import type { ImportProgress, Refusal } from './use-import';

/** What an import did, or why it did nothing. */
export function ImportOutcome({ progress }: { progress: ImportProgress }) {
  return (
    <>
      <p class="import-outcome" aria-live="polite">
        {progress.step === 'imported' &&
          (progress.summary ? summaryText(progress.summary) : text('settings_foreign_done'))}
      </p>
      <div class="error" role="alert">
        {progress.step === 'failed' && progress.why}
        {progress.step === 'refused' && <Refused refusal={progress.refusal} />}
      </div>
    </>
  );
}

function Refused({ refusal }: { refusal: Refusal }) {
  if (refusal.because !== 'wrong') return <p>{text(REFUSAL_TEXTS[refusal.because], MAX_IMPORT_MEGABYTES)}</p>;
  return (
    <>
      <p>{text('settings_import_wrong')}</p>
      <ul class="import-faults">
        {refusal.faults.map(({ path, reason }) => (
          <li key={path}>
            <TextWith
              of="settings_import_fault"
              parts={[
                <code key="place" dir="ltr">
                  {path}
                </code>,
                text(REASON_TEXTS[reason]),
              ]}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
