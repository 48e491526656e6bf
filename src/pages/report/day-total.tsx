import type { DayReport } from '../../domain/day-report';
import { DurationText } from '../../ui/duration';
import { counted, text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';

/** The one number of the day, what it is, and what else was counted. */
export function DayTotal({ report }: { report: DayReport }) {
  const { categories, running } = report;
  const sum = (pick: (row: (typeof categories)[number]) => number) =>
    categories.reduce((all, row) => all + pick(row), 0);
  const checks = sum(row => row.checks);
  const attempts = sum(row => row.attempts);
  const time = sum(row => row.time);
  const nothing = checks + attempts + time === 0;
  return (
    <div class="figure">
      <p class="key quiet">
        <span class="dot dot-ember" />
        {text('report_total_label')}
      </p>
      <p class="display amount">
        <DurationText of={time} />
      </p>
      <p class="note">
        {nothing
          ? text('report_nothing')
          : text('report_total_note', counted('report_checks', checks), counted('report_attempts', attempts))}
      </p>
      {running && (
        <p class="caption">
          <TextWith of="report_running" parts={[<bdi key="site">{running.site}</bdi>]} />
        </p>
      )}
    </div>
  );
}
