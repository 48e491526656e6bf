import type { CategoryTime } from '../../domain/day-report';
import { Swatch } from '../../ui/swatch';
import { text } from '../../ui/text';
import { longestOf, TimeCell } from './time-cell';

export function TimeByCategory({ categories }: { categories: readonly CategoryTime[] }) {
  const longest = longestOf(categories);
  return (
    <section class="section" aria-labelledby="by-category">
      <header>
        <h2 id="by-category">{text('report_by_category')}</h2>
        <p>{text('report_checks_note')}</p>
      </header>
      <div class="scrolls">
        <table class="table">
          <caption class="visually-hidden">{text('report_time_by_category')}</caption>
          <thead>
            <tr>
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
            {categories.map(row => (
              <tr key={row.id}>
                <td>
                  <span class="key">
                    <Swatch category={row.id} />
                    <bdi>{row.name}</bdi>
                  </span>
                </td>
                <TimeCell time={row.time} category={row.id} longest={longest} />
                <td class="end">{row.checks}</td>
                <td class="end">{row.attempts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
