import { stack } from 'd3-shape';
import type { DayFigures } from '../../domain/day-figures';
import type { CategoryId } from '../../domain/settings';
import type { Duration } from '../../domain/time';
import type { Reply } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { dayText, tinyDayText } from '../../ui/format';
import { StonePicture } from '../../ui/stone-picture';
import { Swatch, useColours } from '../../ui/swatch';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { dayHash } from './address';
import { durationAxis } from './duration-axis';
import { Numbers } from './numbers';

type Week = Reply<'readPeriod'>;

/** The days of the week as columns of what each category took, with the target and the baseline. */
export function WeekColumns({ report }: { report: Week }) {
  const colourOf = useColours();
  const { categories, target, baseline } = report;
  const days = shownDays(report);
  const drifted = categories.filter(({ id }) => days.some(({ byCategory }) => (byCategory[id] ?? 0) > 0));
  const most = Math.max(1, target ?? 0, baseline?.drift ?? 0, ...days.map(({ drift }) => drift));
  const { scale, lines } = durationAxis(most * HEADROOM);
  const series = stack<DayFigures, CategoryId>()
    .keys(drifted.map(({ id }) => id))
    .value(({ byCategory }, id) => byCategory[id] ?? 0)([...days]);
  return (
    <>
      <div class="weekly">
        <div class="wk" aria-hidden="true" style={`--days: ${days.length}`}>
          <div class="wk-plot">
            {lines.map(line => (
              <span key={line} class="wk-grid" style={`--y: ${scale(line)}`}>
                {line === 0 ? <span class="num">0</span> : <DurationText of={line} />}
              </span>
            ))}
            {days.map((day, i) => (
              <a key={day.day} class="wk-day" href={dayHash(day.day)} tabIndex={-1} style={`--i: ${i}`}>
                {day.drift > 0 && (
                  <span class="wk-total num" style={`--y: ${scale(day.drift)}`}>
                    <DurationText of={day.drift} />
                  </span>
                )}
                {series.map(band => {
                  const [from = 0, to = 0] = band[i] ?? [];
                  if (to <= from) return null;
                  return (
                    <span
                      key={band.key}
                      class="wk-part cat"
                      data-cat={colourOf(band.key)}
                      style={`--y: ${scale(from)}; --h: ${scale(to - from)}`}
                    />
                  );
                })}
              </a>
            ))}
            {baseline && <Line of="baseline" at={scale(baseline.drift)} time={baseline.drift} />}
            {target !== null && <Line of="target" at={scale(target)} time={target} />}
          </div>
          <ol class="wk-feet">
            {days.map(({ day }) => (
              <li key={day}>
                <Foot rock={report.rocks.find(rock => rock.day === day)} />
                <span class="strong">{tinyDayText(day)}</span>
              </li>
            ))}
          </ol>
        </div>
        <p class="legend">
          {drifted.map(({ id, name }) => (
            <span key={id} class="key">
              <Swatch category={id} />
              <bdi>{name}</bdi>
            </span>
          ))}
        </p>
      </div>
      <Numbers
        caption={text('report_drift_by_day')}
        columns={[text('report_day'), ...categories.map(({ name }) => name), text('report_total')]}
      >
        {() =>
          days.map(({ day, byCategory, drift }) => (
            <tr key={day}>
              <td>
                <a href={dayHash(day)}>{dayText(day)}</a>
              </td>
              {categories.map(({ id }) => (
                <td key={id} class="end">
                  <DurationText of={byCategory[id] ?? 0} />
                </td>
              ))}
              <td class="end strong">
                <DurationText of={drift} />
              </td>
            </tr>
          ))
        }
      </Numbers>
    </>
  );
}

/** Room above the highest column for its figure. */
const HEADROOM = 1.08;

const SATURDAY = 5;

/** The whole week as far as it has days with work, and those of the weekend on which something was. */
function shownDays({ days }: Week): readonly DayFigures[] {
  return days.filter(
    (day, i) => i < SATURDAY || day.isWorkday || day.drift + day.passTime + day.attempts + day.pinned > 0,
  );
}

const LINES = { baseline: 'report_line_baseline', target: 'report_line_target' } as const;

function Line({ of, at, time }: { of: keyof typeof LINES; at: number; time: Duration }) {
  return (
    <span class={`wk-line wk-${of}`} style={`--y: ${at}`}>
      <span>
        <TextWith of={LINES[of]} parts={[<DurationText key="time" of={time} />]} />
      </span>
    </span>
  );
}

function Foot({ rock }: { rock: Week['rocks'][number] | undefined }) {
  if (!rock) return <span class="stone" />;
  return <StonePicture seed={rock.seed} state={rock.status === 'done' ? 'solid' : 'outline'} />;
}
