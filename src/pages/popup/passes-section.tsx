import type { PassOutcome } from '../../domain/pass';
import type { Today } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { useNow } from '../../ui/use-now';

type OpenPass = Today['passes'][number];

interface PassesSectionProps {
  passes: readonly OpenPass[];
  onAnswer: (id: string, outcome: PassOutcome) => void;
}

/** The visits on purpose that are on. Saying whether it is done ends one before its time. */
export function PassesSection({ passes, onAnswer }: PassesSectionProps) {
  if (passes.length === 0) return null;
  return (
    <section class="block passes" aria-labelledby="passes">
      <h2 id="passes">{text('popup_passes')}</h2>
      {passes.map(pass => (
        <PassRow pass={pass} onAnswer={outcome => onAnswer(pass.id, outcome)} key={pass.id} />
      ))}
    </section>
  );
}

function PassRow({ pass, onAnswer }: { pass: OpenPass; onAnswer: (outcome: PassOutcome) => void }) {
  const left = Math.max(0, pass.endsAt - useNow(true));
  return (
    <fieldset class="pass">
      <legend class="visually-hidden">{text('popup_did_you')}</legend>
      <p class="what">
        <bdi class="strong">{pass.purpose}</bdi>
        <span class="quiet">
          <TextWith
            of="popup_pass_left"
            parts={[<bdi key="site">{pass.site}</bdi>, <DurationText of={left} key="left" />]}
          />
        </span>
      </p>
      <div class="answers">
        <span class="quiet" aria-hidden="true">
          {text('popup_did_you')}
        </span>
        <button class="btn btn-secondary btn-dense" type="button" onClick={() => onAnswer('yes')}>
          {text('popup_yes')}
        </button>
        <button class="btn btn-secondary btn-dense" type="button" onClick={() => onAnswer('no')}>
          {text('popup_no')}
        </button>
      </div>
    </fieldset>
  );
}
