import type { Duration } from '../../domain/time';
import type { Reply } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { numberText } from '../../ui/format';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { Comparison } from './comparison';

const USUAL = {
  under: 'report_average_under',
  same: 'report_average_same',
  over: 'report_average_over',
} as const;

/** The one number of the period, what it is a day, and what that is measured against. */
export function PeriodTotal({ report, drift }: { report: Reply<'readPeriod'>; drift: Duration }) {
  const { days, usual, target, period } = report;
  const worked = days.filter(({ isWorked }) => isWorked);
  const average = averageOf(worked);
  const met = target === null ? 0 : worked.filter(day => day.drift <= target).length;
  return (
    <div class="figure">
      <p class="key quiet">
        <span class="dot dot-ember" />
        {text('report_total_label')}
      </p>
      <p class="display amount">
        <DurationText of={drift} />
      </p>
      {worked.length === 0 ? (
        <p class="note">{text('report_no_workday')}</p>
      ) : (
        <p class="note">
          <TextWith of="report_a_day" parts={[<DurationText key="average" of={average} />]} />{' '}
          {usual && <Comparison now={average} then={usual.drift} of={USUAL} />}{' '}
          {period.kind === 'week' &&
            target !== null &&
            text('report_target_met', numberText(met), numberText(worked.length))}
        </p>
      )}
    </div>
  );
}

/** Of no days, it is nothing. */
export function averageOf(days: readonly { drift: Duration }[]): Duration {
  return days.length === 0 ? 0 : days.reduce((sum, { drift }) => sum + drift, 0) / days.length;
}
