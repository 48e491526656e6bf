import type { SiteTime } from '../../domain/day-report';
import { Swatch } from '../../ui/swatch';
import { text } from '../../ui/text';
import { longestOf, TimeCell } from './time-cell';

export function TimeBySite({ sites }: { sites: readonly SiteTime[] }) {
  const longest = longestOf(sites);
  return (
    <section class="section" aria-labelledby="by-site">
      <header>
        <h2 id="by-site">{text('report_by_site')}</h2>
      </header>
      <div class="scrolls">
        <table class="table">
          <caption class="visually-hidden">{text('report_time_by_site')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('report_site')}</th>
              <th scope="col">{text('report_category')}</th>
              <th scope="col" class="end">
                {text('report_time')}
              </th>
              <th scope="col" class="end">
                {text('report_checks')}
              </th>
              <th scope="col" class="end">
                {text('report_attempts')}
              </th>
            </tr>
          </thead>
          <tbody>
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
                <TimeCell time={row.time} category={row.category} longest={longest} />
                <td class="end">{row.checks}</td>
                <td class="end">{row.attempts}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {sites.length === 0 && <p class="nothing">{text('report_nothing')}</p>}
      </div>
    </section>
  );
}
