import type { Baseline } from '../../domain/baseline';
import type { HourlyRate } from '../../domain/settings';
import type { Takings } from '../../domain/takings';
import { type Duration, HOUR } from '../../domain/time';
import { DurationText } from '../../ui/duration';
import { dayText, moneyText, spanText } from '../../ui/format';
import { counted, text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { dayHash } from './address';
import { Numbers } from './numbers';
import { Stat } from './stat';

interface ReclaimedProps {
  takings: Takings;
  isDay?: boolean;
}

/** What was won back against the baseline; or what it would take to know. */
export function Reclaimed({ takings, isDay = false }: ReclaimedProps) {
  const { baseline, reclaimed, rate } = takings;
  const sum = reclaimed.reduce((all, { time }) => all + time, 0);
  return (
    <section class="section" aria-labelledby="reclaimed">
      <header>
        <h2 id="reclaimed">{text('report_reclaimed')}</h2>
        {baseline && <p>{<Against baseline={baseline} />}</p>}
      </header>
      {baseline ? (
        <div>
          <dl class="stats">
            <Stat label={text('report_reclaimed_time')} note={text('report_reclaimed_note')}>
              <DurationText of={sum} />
            </Stat>
            {rate ? (
              <Stat
                label={text('report_worth', moneyText(rate.amount, rate.currency))}
                note={<a href={RATE}>{text('report_rate_note')}</a>}
              >
                {moneyText(worthOf(sum, rate), rate.currency)}
              </Stat>
            ) : (
              <Stat label={text('report_worth_unknown')} note={<a href={RATE}>{text('report_rate_set')}</a>}>
                –
              </Stat>
            )}
          </dl>
          {!isDay && reclaimed.length > 0 && (
            <Numbers
              caption={text('report_reclaimed')}
              columns={[text('report_day'), text('report_reclaimed')]}
            >
              {() =>
                reclaimed.map(({ day, time }) => (
                  <tr key={day}>
                    <td>
                      <a href={dayHash(day)}>{dayText(day)}</a>
                    </td>
                    <td class="end">
                      <DurationText of={time} />
                    </td>
                  </tr>
                ))
              }
            </Numbers>
          )}
        </div>
      ) : (
        <p class="nothing">
          {text('report_no_baseline')} <a href={RATE}>{text('report_guess_now')}</a>
        </p>
      )}
    </section>
  );
}

const RATE = '../settings/index.html#reports';

const worthOf = (time: Duration, { amount }: HourlyRate): number => (time / HOUR) * amount;

function Against({ baseline }: { baseline: Baseline }) {
  const time = <DurationText key="time" of={baseline.drift} />;
  if (baseline.of === 'guess') return <TextWith of="report_against_guess" parts={[time]} />;
  const { days, first, last } = baseline;
  return (
    <TextWith
      of="report_against_watched"
      parts={[time, counted('report_workdays', days), spanText(first, last)]}
    />
  );
}
