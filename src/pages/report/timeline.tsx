import type { Attended } from '../../domain/day-story';
import type { Span } from '../../domain/day-terms';
import type { CategoryId } from '../../domain/settings';
import { MINUTE } from '../../domain/time';
import type { Reply } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { clockText, durationText } from '../../ui/format';
import { StonePicture } from '../../ui/stone-picture';
import { Swatch, useColours } from '../../ui/swatch';
import { counted, text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { type DayScale, dayScale } from './day-scale';
import { Moments } from './timeline-moments';

type Day = Reply<'readDay'>;

/** So many hours have room for a name each. */
const MOST_NAMED = 13;

/** The day by the minute: a lane for each category, and what else happened above and below them. */
export function Timeline({ report }: { report: Day }) {
  const scale = dayScale(report);
  const isEmpty = report.attended.length + report.attempts.length + report.rocks.length === 0;
  if (scale === null || isEmpty) return report.isDetailed ? null : <Gone />;
  return (
    <section class="by-minute" aria-labelledby="by-minute">
      <header class="legend-row">
        <h2 id="by-minute">{text('report_by_minute')}</h2>
        <span class="key">
          <span class="band" />
          {text('report_work_hours')}
        </span>
        <span class="key">
          <span class="band open" />
          {text('report_open_after')}
        </span>
        <span class="key">
          <span class="outlined" />
          {text('report_on_purpose')}
        </span>
        <span class="key">
          <span class="turned-key" />
          {text('report_attempt')}
        </span>
      </header>
      {!report.isDetailed && <p class="caption">{text('report_not_detailed')}</p>}
      <Strip report={report} scale={scale} />
      <Moments report={report} />
    </section>
  );
}

function Gone() {
  return (
    <section class="by-minute" aria-labelledby="by-minute">
      <h2 id="by-minute">{text('report_by_minute')}</h2>
      <p class="caption">{text('report_not_detailed')}</p>
    </section>
  );
}

function Strip({ report, scale }: { report: Day; scale: DayScale }) {
  const { categories, attended, attempts, stretch, work, rocks, zone, isDetailed } = report;
  const lanes = categories.filter(
    ({ id }) => categories.length <= 4 || attended.some(({ category }) => category === id),
  );
  const at = (moment: number) => `--a: ${scale.placeOf(moment)}`;
  const from = (start: number, end: number) =>
    `${at(start)}; --w: ${scale.placeOf(end) - scale.placeOf(start)}`;
  const done = rocks.filter(({ doneAt }) => doneAt !== null);
  const [first] = rocks;
  const label = text(
    'report_timeline_label',
    counted('report_visits', attended.length),
    counted('report_attempts_at_all', attempts.length),
  );
  return (
    <div class="timeline">
      <div class="tl" role="img" aria-label={label} style={`--lanes: ${lanes.length}`}>
        <div class="tl-names">
          {lanes.map(({ id, name }) => (
            <span key={id} class="key">
              <Swatch category={id} />
              <bdi>{name}</bdi>
            </span>
          ))}
        </div>
        <div class="tl-plot">
          <div class="tl-lanes">
            {work.map(([start, end]) => (
              <span key={start} class="tl-hours" style={from(start, end)} />
            ))}
            {done.map(({ id, doneAt }) => (
              <span key={id} class="tl-open" style={from(doneAt ?? 0, scale.to)} />
            ))}
            {scale.hours.map(hour => (
              <span key={hour} class="tl-tick" style={at(hour)} />
            ))}
            {lanes.map(({ id }, row) => (
              <Lane key={id} category={id} row={row} visits={attended} zone={zone} from={from} />
            ))}
          </div>
          {first && (
            <div
              class={sideOf(scale.placeOf(first.pinnedAt), 'tl-mark tl-pinned')}
              style={at(first.pinnedAt)}
            >
              {isApart(first, scale) && (
                <span>{text('report_pinned_at', clockText(first.pinnedAt, zone))}</span>
              )}
            </div>
          )}
          {done.map(({ id, pinnedAt, doneAt, seed }) => (
            <div
              key={id}
              class={sideOf(scale.placeOf(doneAt ?? 0), 'tl-mark tl-done')}
              style={at(doneAt ?? 0)}
            >
              <div class="tl-stone">
                <StonePicture seed={seed} shadow={false} />
              </div>
              <span>{text('report_rock_done', clockText(doneAt ?? pinnedAt, zone))}</span>
            </div>
          ))}
          <div class="tl-turned">
            {attempts.map(({ at: tried, site }) => (
              <span key={`${tried} ${site}`} style={at(tried)} title={`${clockText(tried, zone)} ${site}`} />
            ))}
          </div>
          <div class={scale.hours.length > MOST_NAMED ? 'tl-clock many' : 'tl-clock'}>
            {scale.hours.map(hour => (
              <span key={hour} style={at(hour)}>
                {clockText(hour, zone)}
              </span>
            ))}
          </div>
          {isDetailed && stretch && stretch[1] - stretch[0] >= MINUTE && (
            <div class="tl-under">
              <div class={alignedAt(middleOf(stretch, scale))} style={from(...stretch)}>
                <span>
                  <TextWith
                    of="report_undisturbed"
                    parts={[<DurationText key="time" of={stretch[1] - stretch[0]} />]}
                  />
                </span>
              </div>
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

/** Words in the middle of a span that lies at an edge would stand out over it. */
function alignedAt(middle: number): string {
  if (middle < 0.3) return 'tl-stretch from-start';
  return middle > 0.7 ? 'tl-stretch to-end' : 'tl-stretch';
}

const middleOf = ([from, to]: Span, { placeOf }: DayScale): number => (placeOf(from) + placeOf(to)) / 2;

/** Whether there is room for words at both marks of a rock. */
const isApart = ({ pinnedAt, doneAt }: Day['rocks'][number], { placeOf }: DayScale): boolean =>
  doneAt === null || placeOf(doneAt) - placeOf(pinnedAt) > 0.2;

/** Words stand on that side of a mark where there is room for them. */
const sideOf = (place: number, names: string): string => (place > 0.6 ? `${names} late` : names);

interface LaneProps {
  category: CategoryId;
  row: number;
  visits: readonly Attended[];
  zone: string;
  from: (start: number, end: number) => string;
}

function Lane({ category, row, visits, zone, from }: LaneProps) {
  const colourOf = useColours();
  return (
    <div class="tl-lane" style={`--row: ${row}`}>
      {visits
        .filter(visit => visit.category === category)
        .map(visit => (
          <span
            key={visit.from}
            class={visit.isOnPurpose ? 'tl-visit cat on-purpose' : 'tl-visit cat'}
            data-cat={colourOf(category)}
            style={from(visit.from, visit.to)}
            title={`${clockText(visit.from, zone)} ${visit.site}, ${durationText(visit.to - visit.from)}`}
          />
        ))}
    </div>
  );
}
