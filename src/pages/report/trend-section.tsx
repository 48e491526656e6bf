import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { CategoryTime } from '../../domain/day-report';
import type { Reply } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { dayOfMonthText, durationText, shortDayText } from '../../ui/format';
import { Swatch, useColours } from '../../ui/swatch';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { Numbers } from './numbers';

type Period = Reply<'readPeriod'>;

const WIDTH = 600;
const HEIGHT = 80;

/** How each category went from day to day, or from week to week, beside its own median; all to the same scale. */
export function TrendSection({ report }: { report: Period }) {
  const { trend, categories, period } = report;
  const shown = categories.filter(({ id }) =>
    trend.steps.some(({ byCategory }) => (byCategory[id] ?? 0) > 0),
  );
  if (shown.length === 0 || trend.steps.length < 2) return null;
  const most = Math.max(
    ...shown.flatMap(({ id }) => trend.steps.map(({ byCategory }) => byCategory[id] ?? 0)),
  );
  return (
    <section class="section" aria-labelledby="trend">
      <header>
        <h2 id="trend">{text('report_trend')}</h2>
        <p>{text(period.kind === 'year' ? 'report_trend_weeks' : 'report_trend_days')}</p>
      </header>
      <div>
        <ul class="trends">
          {shown.map(category => (
            <li key={category.id}>
              <p class="trend-head">
                <span class="key">
                  <Swatch category={category.id} />
                  <bdi>{category.name}</bdi>
                </span>
                <span class="quiet">
                  <TextWith
                    of="report_median"
                    parts={[<DurationText key="median" of={trend.medians[category.id] ?? 0} />]}
                  />
                </span>
              </p>
              <Line category={category} trend={trend} most={most} />
            </li>
          ))}
        </ul>
        <Numbers
          caption={text('report_trend')}
          columns={[text('report_day'), ...shown.map(({ name }) => name)]}
        >
          {() =>
            trend.steps.map(({ first, byCategory }) => (
              <tr key={first}>
                <td>
                  {period.kind === 'year'
                    ? text('report_week_of', dayOfMonthText(first))
                    : shortDayText(first)}
                </td>
                {shown.map(({ id }) => (
                  <td key={id} class="end">
                    <DurationText of={byCategory[id] ?? 0} />
                  </td>
                ))}
              </tr>
            ))
          }
        </Numbers>
      </div>
    </section>
  );
}

function Line({ category, trend, most }: { category: CategoryTime; trend: Period['trend']; most: number }) {
  const colourOf = useColours();
  const x = scaleLinear([0, trend.steps.length - 1], [0, WIDTH]);
  const y = scaleLinear([0, most], [HEIGHT, 2]);
  const values = trend.steps.map(({ byCategory }) => byCategory[category.id] ?? 0);
  const path = line<number>((_, i) => x(i), y)(values) ?? '';
  const filled = area<number>((_, i) => x(i), HEIGHT, y)(values) ?? '';
  const middle = y(trend.medians[category.id] ?? 0);
  const highest = Math.max(...values);
  const label = text(
    'report_trend_label',
    category.name,
    durationText(Math.min(...values)),
    durationText(highest),
  );
  return (
    <svg
      class="trend"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      data-cat={colourOf(category.id)}
    >
      <path class="trend-area" d={filled} />
      <path class="trend-line" d={path} />
      <line class="trend-median" x1="0" x2={WIDTH} y1={middle} y2={middle} />
    </svg>
  );
}
