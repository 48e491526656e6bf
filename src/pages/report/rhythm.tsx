import { WEEKDAYS } from '../../domain/calendar';
import { MINUTE } from '../../domain/time';
import type { Reply } from '../../messages/requests';
import { durationCode, hourText, numberText, shortWeekdayText } from '../../ui/format';
import { Scrolls } from '../../ui/scrolls';
import { text } from '../../ui/text';
import { shadesOf } from './heat';
import { HeatKey } from './heat-key';

/** Drift by weekday and hour, the darker the more. The figures are in its cells: it is picture and table at once. */
export function Rhythm({ report }: { report: Reply<'readPeriod'> }) {
  const cells = report.rhythm.filter(({ drift }) => drift >= MINUTE / 2);
  if (cells.length === 0) return null;
  const hours = cells.map(({ hour }) => hour);
  const first = Math.min(...hours);
  const columns = Array.from({ length: Math.max(...hours) - first + 1 }, (_, i) => first + i);
  const rows = WEEKDAYS.filter(day => day <= FRIDAY || cells.some(({ weekday }) => weekday === day));
  const shade = shadesOf(cells.map(({ drift }) => drift));
  const driftAt = (weekday: number, hour: number) =>
    cells.find(cell => cell.weekday === weekday && cell.hour === hour)?.drift ?? 0;
  return (
    <section class="section" aria-labelledby="rhythm">
      <header>
        <h2 id="rhythm">{text('report_rhythm')}</h2>
        <p>{text('report_rhythm_note')}</p>
      </header>
      <div>
        <Scrolls label={text('report_rhythm')}>
          <table class="rhythm">
            <caption class="visually-hidden">{text('report_rhythm')}</caption>
            <thead>
              <tr>
                <td />
                {columns.map(hour => (
                  <th key={hour} scope="col" class="hour">
                    {hourText(hour)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(weekday => (
                <tr key={weekday}>
                  <th scope="row">{shortWeekdayText(weekday)}</th>
                  {columns.map(hour => {
                    const drift = driftAt(weekday, hour);
                    return (
                      <td key={hour} class={`heat-${shade(drift)}`}>
                        {drift > 0 && (
                          <time dateTime={durationCode(drift)}>{numberText(Math.round(drift / MINUTE))}</time>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
        <HeatKey />
      </div>
    </section>
  );
}

const FRIDAY = 5;
