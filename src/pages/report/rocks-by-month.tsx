import { groupedBy } from '../../domain/grouped';
import type { DayKey } from '../../domain/time';
import type { Reply } from '../../messages/requests';
import { monthText, numberText } from '../../ui/format';
import { text } from '../../ui/text';
import { TimeTable } from './time-table';

/** How many rocks each month of a year saw pinned, and finished. */
export function RocksByMonth({ report }: { report: Reply<'readPeriod'> }) {
  const months = [...groupedBy(report.days, ({ day }) => day.slice(0, 'YYYY-MM'.length))].map(
    ([month, days]) => ({
      first: `${month}-01` as DayKey,
      pinned: days.reduce((sum, day) => sum + day.pinned, 0),
      done: days.reduce((sum, day) => sum + day.done, 0),
    }),
  );
  const most = Math.max(1, ...months.map(({ pinned }) => pinned));
  return (
    <section class="section" aria-labelledby="rocks">
      <header>
        <h2 id="rocks">{text('report_rocks')}</h2>
      </header>
      <TimeTable caption="report_rocks" columns={['report_month', 'report_finished', 'report_pinned']}>
        {months.map(({ first, pinned, done }) => (
          <tr key={first}>
            <td>{monthText(first)}</td>
            <td class="time">
              <span class="measured">
                <span class="bar" aria-hidden="true">
                  <span class={done > 0 ? 'fill moss-fill' : 'fill none'} style={`--v: ${done / most}`} />
                </span>
                <span class="count">{numberText(done)}</span>
              </span>
            </td>
            <td class="end quiet">{numberText(pinned)}</td>
          </tr>
        ))}
      </TimeTable>
    </section>
  );
}
