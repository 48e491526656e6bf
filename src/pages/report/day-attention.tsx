import type { Reply } from '../../messages/requests';
import { ClockTime } from '../../ui/clock-time';
import { DurationText } from '../../ui/duration';
import { numberText } from '../../ui/format';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { Stat } from './stat';

/** How attention went that day: how often it was lost and turned back, and how long it held. */
export function DayAttention({ report }: { report: Reply<'readDay'> }) {
  const { categories, usual, attempts, stretch, afterHours, zone, isDetailed } = report;
  const checks = categories.reduce((sum, row) => sum + row.checks, 0);
  const tries = categories.reduce((sum, row) => sum + row.attempts, 0);
  const last = attempts.at(-1);
  return (
    <section class="section" aria-labelledby="attention">
      <header>
        <h2 id="attention">{text('report_attention')}</h2>
        <p>{text('report_checks_note')}</p>
      </header>
      <dl class="stats">
        <Stat label={text('report_checks')} note={usual && text('report_usually', numberText(usual.checks))}>
          {numberText(checks)}
        </Stat>
        <Stat
          label={text('report_attempts')}
          note={
            last && <TextWith of="report_last_at" parts={[<ClockTime key="at" at={last.at} zone={zone} />]} />
          }
        >
          {numberText(tries)}
        </Stat>
        {isDetailed && stretch && (
          <Stat
            label={text('report_stretch')}
            note={
              <TextWith
                of="report_from_to"
                parts={stretch.map(at => <ClockTime key={at} at={at} zone={zone} />)}
              />
            }
          >
            <DurationText of={stretch[1] - stretch[0]} />
          </Stat>
        )}
        {isDetailed && (
          <Stat label={text('report_after_hours')} note={text('report_after_hours_note')}>
            <DurationText of={afterHours} />
          </Stat>
        )}
        <RockOpen report={report} />
      </dl>
    </section>
  );
}

/** How long the day's last finished rock stood open. */
function RockOpen({ report }: { report: Reply<'readDay'> }) {
  const rock = report.rocks.findLast(({ status }) => status === 'done');
  if (!rock || rock.doneAt === null) return null;
  return (
    <Stat
      label={text('report_rock_took')}
      note={
        <TextWith
          of="report_from_to"
          parts={[rock.pinnedAt, rock.doneAt].map(at => <ClockTime key={at} at={at} zone={report.zone} />)}
        />
      }
    >
      <DurationText of={rock.doneAt - rock.pinnedAt} />
    </Stat>
  );
}
