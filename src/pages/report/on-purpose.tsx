import type { Usual } from '../../domain/day-figures';
import type { Pass } from '../../domain/pass';
import type { Duration } from '../../domain/time';
import { DurationText } from '../../ui/duration';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { Passes } from './passes';

interface OnPurposeProps {
  drift: Duration;
  passTime: Duration;
  usual: Usual | null;
  /** Those of a day; none for longer periods. */
  passes: readonly Pass[];
}

/** Drift beside time on purpose, where there was any of the latter. */
export function OnPurpose({ drift, passTime, usual, passes }: OnPurposeProps) {
  if (passTime === 0 && passes.length === 0) return null;
  return (
    <section class="section" aria-labelledby="passes">
      <header>
        <h2 id="passes">{text('report_purpose_or_drift')}</h2>
        <p>{text('report_passes_note')}</p>
      </header>
      <div class="purposes">
        <div class="split" aria-hidden="true">
          <span class="drift" style={`--v: ${drift}`} />
          <span class="meant" style={`--v: ${passTime}`} />
        </div>
        <p class="split-key">
          <span>
            <TextWith of="report_adrift_time" parts={[<DurationText key="drift" of={drift} />]} />
          </span>
          <span>
            <TextWith of="report_purpose_time" parts={[<DurationText key="pass" of={passTime} />]} />
            {usual && (
              <span class="quiet">
                {' '}
                <TextWith
                  of="report_usually_time"
                  parts={[<DurationText key="usual" of={usual.passTime} />]}
                />
              </span>
            )}
          </span>
        </p>
        {passes.length > 0 && <Passes passes={passes} />}
      </div>
    </section>
  );
}
