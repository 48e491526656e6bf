import { driftOf } from '../../domain/day-figures';
import type { Reply } from '../../messages/requests';
import { liveReport } from '../../ui/live-report';
import { text } from '../../ui/text';
import { useNow } from '../../ui/use-now';
import { DayAttention } from './day-attention';
import { DayRocks } from './day-rocks';
import { DayTotal } from './day-total';
import { GuessSection } from './guess-section';
import { OnPurpose } from './on-purpose';
import { Reclaimed } from './reclaimed';
import { Remarks } from './remarks';
import { TimeByCategory } from './time-by-category';
import { TimeBySite } from './time-by-site';
import { Timeline } from './timeline';
import { useConfirmed } from './use-confirmed';

export function DayView({ report, read }: { report: Reply<'readDay'>; read: () => Promise<void> }) {
  const now = useNow(report.running !== null);
  useConfirmed(report, now, read);
  const live = liveReport(report, now);
  const { categories, sites, usual, passes } = live;
  const sum = (pick: (row: (typeof categories)[number]) => number) =>
    categories.reduce((all, row) => all + pick(row), 0);
  const [drift, passTime] = [sum(driftOf), sum(row => row.passTime)];
  return (
    <>
      <section class="opening" aria-label={text('report_in_short')}>
        <DayTotal report={live} drift={drift} />
        <DayRocks report={report} />
      </section>
      <Timeline report={report} />
      <DayAttention report={live} />
      <TimeByCategory categories={categories} usual={usual} />
      <TimeBySite sites={sites} />
      <OnPurpose drift={drift} passTime={passTime} usual={usual} passes={passes} />
      <Reclaimed takings={report} isDay />
      <GuessSection guess={report.guess} />
      <Remarks remarks={report.remarks} />
    </>
  );
}
