import type { SiteTime } from '../../domain/day-report';
import { Swatch } from '../../ui/swatch';
import { text } from '../../ui/text';
import { longestOf, shareOf, TimeCell } from './time-cell';
import { TimeTable } from './time-table';

export function TimeBySite({ sites }: { sites: readonly SiteTime[] }) {
  const longest = longestOf(sites);
  return (
    <section class="section" aria-labelledby="by-site">
      <header>
        <h2 id="by-site">{text('report_by_site')}</h2>
      </header>
      <div>
        <TimeTable
          caption="report_time_by_site"
          columns={['report_site', 'report_category', 'report_time', 'report_checks', 'report_attempts']}
          words={2}
        >
          {sites.map(row => (
            <tr key={row.site}>
              <td class="site">
                <bdi>{row.site}</bdi>
              </td>
              <td>
                <span class="key">
                  <Swatch category={row.category} />
                  <bdi>{row.categoryName}</bdi>
                </span>
              </td>
              <TimeCell {...row} longest={longest} share={shareOf(row, sites)} />
              <td class="end">{row.checks}</td>
              <td class="end">{row.attempts}</td>
            </tr>
          ))}
        </TimeTable>
        {sites.length === 0 && <p class="nothing">{text('report_nothing')}</p>}
      </div>
    </section>
  );
}
