import type { DayReport } from '../../domain/day-report';
import type { Rock } from '../../domain/rock';
import { clockText } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { StonePicture } from '../../ui/stone-picture';
import { text } from '../../ui/text';

/** The rocks of the day, each with its stone; without any, the place where one would stand. */
export function DayRocks({ report }: { report: DayReport }) {
  if (report.rocks.length === 0) return <NoRock report={report} />;
  return (
    <ul class="rocks">
      {report.rocks.map(rock => (
        <li key={rock.id} class="card plate">
          <div class="scene">
            <div class="stands">
              <StonePicture seed={rock.seed} state={isLeft(rock, report) ? 'outline' : 'solid'} />
            </div>
          </div>
          <div class="legend">
            <h2 class="display">
              <bdi>{rock.title}</bdi>
            </h2>
            <Status rock={rock} report={report} />
          </div>
          {rock.movedForward !== null && (
            <p class="moved">
              <span class="caption">{text('report_rock_moved')}</span>
              <bdi>{rock.movedForward}</bdi>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function NoRock({ report }: { report: DayReport }) {
  return (
    <div class="rocks">
      <div class="card plate">
        <div class="scene">
          <div class="stands">
            <StonePicture seed={report.day} state="empty" />
          </div>
        </div>
        <p class="legend quiet">
          {text(report.day === report.today ? 'report_no_rock_today' : 'report_no_rock')}
        </p>
      </div>
    </div>
  );
}

function Status({ rock, report }: { rock: Rock; report: DayReport }) {
  if (rock.status === 'done') {
    return (
      <span class="tag tag-moss">
        <Icon name="check" />
        {text('report_rock_done', clockText(rock.doneAt ?? rock.pinnedAt, report.zone))}
      </span>
    );
  }
  return <span class="tag">{unfinishedText(rock, report)}</span>;
}

function unfinishedText(rock: Rock, report: DayReport): string {
  if (rock.status === 'put aside') return text('report_rock_aside');
  if (report.day !== report.today) return text('report_rock_unfinished');
  return text('report_rock_open', clockText(rock.pinnedAt, report.zone));
}

/** An unfinished rock of an earlier day, or one put aside, is an outline on the ground. */
const isLeft = (rock: Rock, { day, today }: DayReport): boolean =>
  rock.status === 'put aside' || (rock.status === 'open' && day !== today);
