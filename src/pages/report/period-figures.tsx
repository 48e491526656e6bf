import type { HourFigure } from '../../domain/period-report';
import type { Reply } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { hourSpanText, numberText } from '../../ui/format';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { averageOf } from './period-total';
import { Stat } from './stat';

/** What was finished, and when attention was best and worst. */
export function PeriodFigures({ report }: { report: Reply<'readPeriod'> }) {
  const { days, hours, target, usual } = report;
  const sum = (pick: (day: (typeof days)[number]) => number) => days.reduce((all, day) => all + pick(day), 0);
  const [pinned, done] = [sum(day => day.pinned), sum(day => day.done)];
  const worked = days.filter(({ isWorked }) => isWorked);
  return (
    <section class="section" aria-labelledby="figures">
      <header>
        <h2 id="figures">{text('report_figures')}</h2>
        <p>{text('report_figures_note')}</p>
      </header>
      <dl class="stats">
        <Stat label={text('report_finished')}>
          {pinned === 0 ? '–' : text('report_of', numberText(done), numberText(pinned))}
        </Stat>
        <Stat
          label={text('report_average')}
          note={
            target !== null && (
              <TextWith of="report_target" parts={[<DurationText key="target" of={target} />]} />
            )
          }
        >
          <DurationText of={averageOf(worked)} />
        </Stat>
        <Stat
          label={text('report_checks')}
          note={usual && text('report_usually_a_day', numberText(usual.checks))}
        >
          {numberText(sum(day => day.checks))}
        </Stat>
        <Stat label={text('report_attempts')}>{numberText(sum(day => day.attempts))}</Stat>
        {hours && (
          <>
            <HourStat label={text('report_best_hour')} figure={hours.best} />
            <HourStat label={text('report_worst_hour')} figure={hours.worst} />
          </>
        )}
      </dl>
    </section>
  );
}

function HourStat({ label, figure: { hour, drift } }: { label: string; figure: HourFigure }) {
  return (
    <Stat
      label={label}
      note={<TextWith of="report_hour_note" parts={[<DurationText key="drift" of={drift} />]} />}
    >
      {hourSpanText(hour)}
    </Stat>
  );
}
