import type { Rock } from '../../domain/rock';
import type { Reply } from '../../messages/requests';
import { ClockTime } from '../../ui/clock-time';
import { shortDayText } from '../../ui/format';
import { CairnPicture } from '../../ui/stone-picture';
import { counted, text } from '../../ui/text';

/** The stones of the week, the finished ones on each other, and what each of them was. */
export function WeekCairn({ report }: { report: Reply<'readPeriod'> }) {
  const { rocks } = report;
  const done = rocks.filter(isDone).sort((a, b) => (a.doneAt ?? 0) - (b.doneAt ?? 0));
  const left = rocks.filter(rock => !isDone(rock));
  return (
    <div class="card pile">
      <div class="scene">
        <div class="stands">
          <CairnPicture
            seeds={done.map(({ seed }) => seed)}
            beside={left.slice(-MOST_LEFT).map(({ seed }) => seed)}
          />
        </div>
      </div>
      <div class="pile-words">
        <h2 class="display">
          {rocks.length === 0 ? text('report_no_rocks') : counted('report_laid', done.length)}
        </h2>
        <ul class="rock-list">
          {rocks.map(rock => (
            <li key={rock.id}>
              <span class="quiet">{shortDayText(rock.day)}</span>
              <bdi>{rock.title}</bdi>
              {isDone(rock) && rock.doneAt !== null ? (
                <span class="moss strong">
                  <ClockTime at={rock.doneAt} zone={rock.zone} />
                </span>
              ) : (
                <span class="quiet">
                  {text(rock.status === 'put aside' ? 'report_rock_aside' : 'report_not_finished')}
                </span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** More unfinished stones than that would leave the cairn no room. */
const MOST_LEFT = 4;

const isDone = ({ status }: Pick<Rock, 'status'>): boolean => status === 'done';
