import { WEEKDAYS } from '../../domain/calendar';
import type { DayFigures } from '../../domain/day-figures';
import { weekdayOf } from '../../domain/period';
import type { Reply } from '../../messages/requests';
import { dateText, durationCode, numberText, shortDurationText, shortWeekdayText } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { text } from '../../ui/text';
import { dayHash } from './address';
import { shadesOf } from './heat';
import { HeatKey } from './heat-key';

/** The month as a calendar: each day with its drift, the darker the more, and a check where its rock was done. */
export function MonthCalendar({ report }: { report: Reply<'readPeriod'> }) {
  const { days, period } = report;
  const shade = shadesOf(days.map(({ drift }) => drift));
  const lead = weekdayOf(period.first) - 1;
  const length = Number(period.last.slice('YYYY-MM-'.length));
  const weeks = Array.from({ length: Math.ceil((lead + length) / 7) }, (_, week) =>
    WEEKDAYS.map(weekday => week * 7 + weekday - lead),
  );
  return (
    <div>
      <table class="calendar">
        <caption class="visually-hidden">{text('report_calendar')}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map(weekday => (
              <th key={weekday} scope="col">
                {shortWeekdayText(weekday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(week => (
            <tr key={week[0]}>
              {week.map(date => (
                <Cell key={date} date={date} day={days[date - 1]} length={length} shade={shade} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <HeatKey />
    </div>
  );
}

interface CellProps {
  date: number;
  day: DayFigures | undefined;
  length: number;
  shade: (time: number) => number;
}

function Cell({ date, day, length, shade }: CellProps) {
  if (date < 1 || date > length) return <td />;
  if (!day) return <td class="to-come">{numberText(date)}</td>;
  const isDone = day.done > 0;
  return (
    <td class={`heat-${shade(day.drift)}${day.isWorkday ? '' : ' off'}`}>
      <a href={dayHash(day.day)} aria-label={dateText(day.day)}>
        {numberText(date)}
      </a>
      {isDone && (
        <span class="moss">
          <Icon name="check" />
          <span class="visually-hidden">{text('report_finished')}</span>
        </span>
      )}
      <time class={day.drift === 0 ? 'num quiet' : 'num'} dateTime={durationCode(day.drift)}>
        {shortDurationText(day.drift)}
      </time>
    </td>
  );
}
