import type { TargetedKeyboardEvent } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { WEEKDAYS } from '../../domain/calendar';
import type { DayFigures } from '../../domain/day-figures';
import { weekdayOf } from '../../domain/period';
import type { Reply } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { dateText, durationText, shortMonthText, shortWeekdayText } from '../../ui/format';
import { Scrolls } from '../../ui/scrolls';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { dayHash } from './address';
import { shadesOf } from './heat';
import { HeatKey } from './heat-key';

/** How far each key goes, in days. Weeks are columns, so that left and right go by weeks. */
const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7 };

/** The year as a grid of days, one column a week. It is one stop of the keyboard; arrows go from day to day. */
export function YearCalendar({ report }: { report: Reply<'readPeriod'> }) {
  const { days, period } = report;
  const grid = useRef<HTMLTableElement>(null);
  const [chosen, choose] = useState(days.length - 1);
  const lead = weekdayOf(period.first) - 1;
  const weeks = Math.ceil((lead + days.length) / 7);
  const go = (event: TargetedKeyboardEvent<HTMLTableElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const isTurned = document.dir === 'rtl' && Math.abs(step) === 7;
    const next = chosen + (isTurned ? -step : step);
    const day = days[next];
    if (!day) return;
    choose(next);
    grid.current?.querySelector<HTMLElement>(`[href="${dayHash(day.day)}"]`)?.focus();
  };
  const shade = useMemo(() => shadesOf(days.map(({ drift }) => drift)), [days]);
  return (
    <div class="year">
      <Scrolls label={text('report_calendar')}>
        <table class="year-grid" ref={grid} onKeyDown={go}>
          <caption class="visually-hidden">{text('report_calendar')}</caption>
          <thead>
            <tr>
              <td />
              {Array.from({ length: weeks }, (_, week) => (
                <MonthHead key={week} day={days[week * 7 - lead + 6] ?? days.at(-1)} week={week} />
              ))}
            </tr>
          </thead>
          <tbody>
            {WEEKDAYS.map(weekday => (
              <tr key={weekday}>
                <th scope="row">{shortWeekdayText(weekday)}</th>
                {Array.from({ length: weeks }, (_, week) => {
                  const index = week * 7 + weekday - 1 - lead;
                  return <Cell key={week} day={days[index]} shade={shade} isChosen={index === chosen} />;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
      <HeatKey />
    </div>
  );
}

/** The name of a month stands above the week in which it begins. */
function MonthHead({ day, week }: { day: DayFigures | undefined; week: number }) {
  if (!day) return <td class="head" />;
  const date = Number(day.day.slice('YYYY-MM-'.length));
  return (
    <td class="head">{(date <= 7 || week === 0) && <span class="month">{shortMonthText(day.day)}</span>}</td>
  );
}

interface CellProps {
  day: DayFigures | undefined;
  shade: (time: number) => number;
  isChosen: boolean;
}

function Cell({ day, shade, isChosen }: CellProps) {
  if (!day) return <td />;
  const label = text('report_day_and_time', dateText(day.day), durationText(day.drift));
  return (
    <td class={`heat-${shade(day.drift)}`}>
      <a href={dayHash(day.day)} title={label} tabIndex={isChosen ? 0 : -1}>
        <TextWith
          of="report_day_and_time"
          parts={[dateText(day.day), <DurationText key="time" of={day.drift} />]}
        />
      </a>
    </td>
  );
}
