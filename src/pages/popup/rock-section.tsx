import { useState } from 'preact/hooks';
import type { Today } from '../../messages/requests';
import { UnfinishedRock } from '../../ui/unfinished-rock';
import { DoneRock } from './done-rock';
import type { TakeDraft } from './draft';
import { OpenRock } from './open-rock';
import { PinBlock } from './pin-block';
import type { PopupState } from './store';

export interface RockSectionProps {
  today: Today;
  state: PopupState;
  takeDraft: TakeDraft;
  onPreview: (title: string) => void;
}

/** The popup's first words: which rock, or which question. */
export function RockSection(props: RockSectionProps) {
  const { rock } = props.today;
  if (!rock) return <NoRock {...props} />;
  // Drawn anew for another rock, so that nothing typed for one is shown for the next.
  return rock.status === 'open' ? (
    <OpenRock {...props} rock={rock} key={rock.id} />
  ) : (
    <DoneRock {...props} rock={rock} key={rock.id} />
  );
}

function NoRock({ today, state, takeDraft, onPreview }: RockSectionProps) {
  const [draft] = useState(takeDraft);
  return (
    <>
      <PinBlock today={today} draft={draft} onPin={state.pin} onPreview={onPreview} />
      {today.unfinished && (
        <div class="block">
          <UnfinishedRock rock={today.unfinished} onPickUp={state.pickUp} />
        </div>
      )}
    </>
  );
}
