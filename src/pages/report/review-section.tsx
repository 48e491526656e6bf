import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { ReviewDraft } from '../../domain/review';
import { LONGEST_NOTE } from '../../domain/rock';
import { faultOf } from '../../messages/request-error';
import type { Reply } from '../../messages/requests';
import { faultText } from '../../ui/fault-text';
import { type TextKey, text } from '../../ui/text';

interface ReviewProps {
  report: Reply<'readPeriod'>;
  keepReview: (week: string, draft: ReviewDraft) => Promise<unknown>;
}

const QUESTIONS: { [K in keyof ReviewDraft]: TextKey } = {
  moved: 'report_review_moved',
  inTheWay: 'report_review_way',
  next: 'report_review_next',
};

const NOTHING: ReviewDraft = { moved: '', inTheWay: '', next: '' };

/** Three questions about the week; what is answered stays with it. */
export function ReviewSection({ report, keepReview }: ReviewProps) {
  const { review, period } = report;
  const [typed, type] = useState<Partial<ReviewDraft>>({});
  const [outcome, setOutcome] = useState<{ kept: boolean; fault: string | null }>({
    kept: false,
    fault: null,
  });
  const draft = { ...NOTHING, ...review, ...typed };
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { moved, inTheWay, next } = draft;
    const fault = await keepReview(period.key, { moved, inTheWay, next }).then(
      () => null,
      error => faultText(faultOf(error)),
    );
    setOutcome({ kept: fault === null, fault });
  };
  return (
    <section class="section review-section" aria-labelledby="review">
      <header>
        <h2 id="review">{text('report_review')}</h2>
        <p>{text('report_review_note')}</p>
      </header>
      <form class="review" onSubmit={event => void submit(event)}>
        {(Object.keys(QUESTIONS) as (keyof ReviewDraft)[]).map(key => (
          <div key={key} class="field">
            <label for={`review-${key}`}>{text(QUESTIONS[key])}</label>
            <textarea
              class="input"
              id={`review-${key}`}
              rows={3}
              maxLength={LONGEST_NOTE}
              value={draft[key]}
              onInput={event => {
                type({ ...typed, [key]: event.currentTarget.value });
                setOutcome({ kept: false, fault: null });
              }}
            />
          </div>
        ))}
        <div class="actions">
          <button type="submit" class="btn btn-primary">
            {text('report_review_keep')}
          </button>
          <span aria-live="polite">
            {outcome.kept && <span class="caption">{text('report_review_kept')}</span>}
          </span>
          <span class="error" role="alert">
            {outcome.fault}
          </span>
        </div>
      </form>
    </section>
  );
}
