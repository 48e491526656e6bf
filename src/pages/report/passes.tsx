import type { Pass } from '../../domain/pass';
import { MINUTE } from '../../domain/time';
import { ClockTime } from '../../ui/clock-time';
import { DurationText } from '../../ui/duration';
import { Scrolls } from '../../ui/scrolls';
import { type TextKey, text } from '../../ui/text';

/** Visits on purpose, each with what it was for. */
export function Passes({ passes }: { passes: readonly Pass[] }) {
  return (
    <Scrolls label={text('report_passes')}>
      <table class="table passes">
        <caption class="visually-hidden">{text('report_passes')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('report_pass_at')}</th>
            <th scope="col">{text('report_site')}</th>
            <th scope="col">{text('report_pass_purpose')}</th>
            <th scope="col" class="end">
              {text('report_pass_length')}
            </th>
            <th scope="col" class="end">
              {text('report_pass_outcome')}
            </th>
          </tr>
        </thead>
        <tbody>
          {passes.map(pass => (
            <PassRow key={pass.id} pass={pass} />
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

function PassRow({ pass }: { pass: Pass }) {
  return (
    <tr>
      <td>
        <ClockTime at={pass.startedAt} zone={pass.zone} />
      </td>
      <td class="site">
        <bdi>{pass.site}</bdi>
      </td>
      <td class="words">
        <bdi>{pass.purpose}</bdi>
      </td>
      <td class="end">
        <DurationText of={pass.minutes * MINUTE} />
      </td>
      <td class="end">{text(outcomeOf(pass))}</td>
    </tr>
  );
}

function outcomeOf({ isOver, outcome }: Pass): TextKey {
  if (outcome === 'yes') return 'report_pass_yes';
  if (outcome === 'no') return 'report_pass_no';
  return isOver ? 'report_pass_unsaid' : 'report_pass_on';
}
