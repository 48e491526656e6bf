import { FEWEST_TRACKED, type GuessAndTruth } from '../../domain/takings';
import { DurationText } from '../../ui/duration';
import { Swatch } from '../../ui/swatch';
import { counted, text } from '../../ui/text';
import { TimeTable } from './time-table';

/** How a day was guessed to be beside how the first ones were measured. */
export function GuessSection({ guess }: { guess: GuessAndTruth | null }) {
  if (guess === null) return null;
  const missing = FEWEST_TRACKED - guess.days;
  return (
    <section class="section" aria-labelledby="guess">
      <header>
        <h2 id="guess">{text('report_guess')}</h2>
        <p>
          {missing > 0 ? counted('report_guess_wait', missing) : counted('report_guess_note', guess.days)}
        </p>
      </header>
      <TimeTable caption="report_guess" columns={['report_category', 'report_guessed', 'report_measured']}>
        {guess.rows.map(({ id, name, guess: guessed, truth }) => (
          <tr key={id}>
            <td>
              <span class="key">
                <Swatch category={id} />
                <bdi>{name}</bdi>
              </span>
            </td>
            <td class="end">
              <DurationText of={guessed} />
            </td>
            <td class="end strong">{truth === null ? '–' : <DurationText of={truth} />}</td>
          </tr>
        ))}
      </TimeTable>
    </section>
  );
}
