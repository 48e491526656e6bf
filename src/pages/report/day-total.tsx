import type { Reply } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { counted, text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { Comparison } from './comparison';

const USUAL = {
  under: 'report_under_usual',
  same: 'report_as_usual',
  over: 'report_over_usual',
} as const;

/** The one number of the day, what it is measured against, and what else was counted. */
export function DayTotal({ report, drift }: { report: Reply<'readDay'>; drift: number }) {
  const { categories, running, usual } = report;
  const sum = (pick: (row: (typeof categories)[number]) => number) =>
    categories.reduce((all, row) => all + pick(row), 0);
  const checks = sum(row => row.checks);
  const attempts = sum(row => row.attempts);
  const nothing = checks + attempts + sum(row => row.time) === 0;
  return (
    <div class="figure">
      <p class="key quiet">
        <span class="dot dot-ember" />
        {text('report_total_label')}
      </p>
      <p class="display amount">
        <DurationText of={drift} />
      </p>
      {usual && !nothing && (
        <p class="note">
          <Comparison now={drift} then={usual.drift} of={USUAL} />
        </p>
      )}
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
