import type { Usual } from '../../domain/day-figures';
import type { CategoryTime } from '../../domain/day-report';
import { DurationText } from '../../ui/duration';
import { Swatch } from '../../ui/swatch';
import { text } from '../../ui/text';
import { longestOf, shareOf, TimeCell } from './time-cell';
import { TimeTable } from './time-table';

interface TimeByCategoryProps {
  categories: readonly CategoryTime[];
  usual: Usual | null;
}

export function TimeByCategory({ categories, usual }: TimeByCategoryProps) {
  const usually = (row: CategoryTime) => usual?.byCategory[row.id];
  const longest = Math.max(longestOf(categories), ...categories.map(row => usually(row) ?? 0));
  return (
    <section class="section" aria-labelledby="by-category">
      <header>
        <h2 id="by-category">{text('report_by_category')}</h2>
        <div class="keys">
          {categories.some(({ passTime }) => passTime > 0) && (
            <p class="meant-key">{text('report_on_purpose')}</p>
          )}
          {usual && <p class="usual-key">{text('report_usual_key')}</p>}
        </div>
      </header>
      <TimeTable
        caption="report_time_by_category"
        columns={[
          'report_category',
          'report_time',
          'report_checks',
          'report_attempts',
          ...(usual ? (['report_usual'] as const) : []),
        ]}
      >
        {categories.map(row => (
          <tr key={row.id}>
            <td>
              <span class="key">
                <Swatch category={row.id} />
                <bdi>{row.name}</bdi>
              </span>
            </td>
            <TimeCell
              time={row.time}
              passTime={row.passTime}
              category={row.id}
              longest={longest}
              share={shareOf(row, categories)}
              usual={usually(row)}
            />
            <td class="end">{row.checks}</td>
            <td class="end">{row.attempts}</td>
            {usual && (
              <td class="end quiet">
                <DurationText of={usually(row) ?? 0} />
              </td>
            )}
          </tr>
        ))}
      </TimeTable>
    </section>
  );
}
