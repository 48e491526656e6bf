import type { CategoryId } from '../../domain/settings';
import type { Reply } from '../../messages/requests';
import { ClockTime } from '../../ui/clock-time';
import { DurationText } from '../../ui/duration';
import { text } from '../../ui/text';
import { Numbers } from './numbers';

/** All of a day by the minute as a table, in the order in which it happened. */
export function Moments({ report }: { report: Reply<'readDay'> }) {
  const { attended, attempts, categories, zone } = report;
  const nameOf = (id: CategoryId) => categories.find(category => category.id === id)?.name ?? id;
  const rows = [
    ...attended.map(visit => ({ ...visit, at: visit.from, time: visit.to - visit.from })),
    ...attempts.map(attempt => ({ ...attempt, isOnPurpose: false, time: null })),
  ].sort((a, b) => a.at - b.at);
  if (rows.length === 0) return null;
  const columns = ['report_pass_at', 'report_site', 'report_category', 'report_what', 'report_time'] as const;
  return (
    <Numbers caption={text('report_by_minute')} columns={columns.map(key => text(key))}>
      {() =>
        rows.map(({ at, site, category, isOnPurpose, time }) => (
          <tr key={`${at} ${site} ${time}`}>
            <td>
              <ClockTime at={at} zone={zone} />
            </td>
            <td class="end">
              <bdi>{site}</bdi>
            </td>
            <td class="end">
              <bdi>{nameOf(category)}</bdi>
            </td>
            <td class="end">
              {text(time === null ? 'report_attempt' : isOnPurpose ? 'report_on_purpose' : 'report_adrift')}
            </td>
            <td class="end">{time === null ? '–' : <DurationText of={time} />}</td>
          </tr>
        ))
      }
    </Numbers>
  );
}
