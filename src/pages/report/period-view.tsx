import type { ReviewDraft } from '../../domain/review';
import type { Reply } from '../../messages/requests';
import { text } from '../../ui/text';
import { useNow } from '../../ui/use-now';
import { GuessSection } from './guess-section';
import { MonthCalendar } from './month-calendar';
import { OnPurpose } from './on-purpose';
import { PeriodFigures } from './period-figures';
import { PeriodTotal } from './period-total';
import { Reclaimed } from './reclaimed';
import { ReviewSection } from './review-section';
import { Rhythm } from './rhythm';
import { RocksByMonth } from './rocks-by-month';
import { TimeByCategory } from './time-by-category';
import { TimeBySite } from './time-by-site';
import { TrendSection } from './trend-section';
import { useConfirmed } from './use-confirmed';
import { WeekCairn } from './week-cairn';
import { WeekColumns } from './week-columns';
import { YearCalendar } from './year-calendar';

export interface PeriodViewProps {
  report: Reply<'readPeriod'>;
  read: () => Promise<void>;
  keepReview: (week: string, draft: ReviewDraft) => Promise<unknown>;
}

/** A week, a month or a year: the number, the picture, and then the parts that it is made of. */
export function PeriodView({ report, read, keepReview }: PeriodViewProps) {
  useConfirmed(report, useNow(report.running !== null), read);
  const { kind } = report.period;
  const passTime = report.days.reduce((sum, day) => sum + day.passTime, 0);
  const drift = report.days.reduce((sum, day) => sum + day.drift, 0);
  return (
    <>
      <section class={`opening opening-${kind}`} aria-label={text('report_in_short')}>
        <div class="chart-side">
          <PeriodTotal report={report} drift={drift} />
          {kind === 'week' && <WeekColumns report={report} />}
          {kind === 'month' && <MonthCalendar report={report} />}
          {kind === 'year' && <YearCalendar report={report} />}
        </div>
        {kind === 'week' && <WeekCairn report={report} />}
      </section>
      <PeriodFigures report={report} />
      {kind !== 'week' && <TrendSection report={report} />}
      <Rhythm report={report} />
      <TimeByCategory categories={report.categories} usual={null} />
      <TimeBySite sites={report.sites} />
      <OnPurpose drift={drift} passTime={passTime} usual={null} passes={[]} />
      {kind === 'year' && <RocksByMonth report={report} />}
      <Reclaimed takings={report} />
      <GuessSection guess={report.guess} />
      {kind === 'week' && <ReviewSection report={report} keepReview={keepReview} />}
    </>
  );
}
