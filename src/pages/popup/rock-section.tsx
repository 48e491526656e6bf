import { useState } from 'preact/hooks';
import type { Rock } from '../../domain/rock';
import type { Today } from '../../messages/requests';
import { clockText } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { PinForm } from '../../ui/pin-form';
import { RockNotes } from '../../ui/rock-notes';
import { text } from '../../ui/text';
import { UnfinishedRock } from '../../ui/unfinished-rock';
import { ProgressForm } from './progress-form';
import type { PopupState } from './store';

interface RockSectionProps {
  today: Today;
  state: PopupState;
  onPreview: (title: string) => void;
}

/** The popup's first words: which rock, or which question. */
export function RockSection(props: RockSectionProps) {
  const { rock } = props.today;
  if (!rock) return <NoRock {...props} />;
  // Drawn anew for another rock, so that nothing typed for one is shown for the next.
  return rock.status === 'done' ? (
    <DoneRock {...props} rock={rock} key={rock.id} />
  ) : (
    <OpenRock {...props} rock={rock} />
  );
}

function NoRock({ today, state, onPreview }: RockSectionProps) {
  return (
    <>
      <PinBlock state={state} onPreview={onPreview} />
      {today.unfinished && (
        <div class="block">
          <UnfinishedRock rock={today.unfinished} onPickUp={state.pickUp} />
        </div>
      )}
    </>
  );
}

interface PinBlockProps {
  state: PopupState;
  onPreview: (title: string) => void;
  onCancel?: () => void;
}

function PinBlock({ state, onPreview, onCancel }: PinBlockProps) {
  return (
    <div class="block pin">
      <h1 class="display">{text('rock_ask')}</h1>
      <PinForm
        autoFocus
        isLabelSeen={false}
        isNext={onCancel !== undefined}
        onPreview={onPreview}
        onPin={async draft => {
          const fault = await state.pin(draft);
          if (!fault) onPreview('');
          return fault;
        }}
      >
        {onCancel && (
          <button class="btn btn-quiet" type="button" onClick={onCancel}>
            {text('popup_not_yet')}
          </button>
        )}
      </PinForm>
    </div>
  );
}

function OpenRock({ today, rock, state }: RockSectionProps & { rock: Rock }) {
  return (
    <div class="block">
      <p class="eyebrow">{text('popup_open_since', clockText(rock.pinnedAt, today.zone))}</p>
      <h1 class="display rock-title">
        <bdi>{rock.title}</bdi>
      </h1>
      <RockNotes rock={rock} />
      <div class="actions">
        <button class="btn btn-done" type="button" onClick={state.finish}>
          <Icon name="check" />
          {text('popup_done')}
        </button>
      </div>
    </div>
  );
}

function DoneRock({ today, rock, state, onPreview }: RockSectionProps & { rock: Rock }) {
  const [isPinning, setPinning] = useState(false);
  if (isPinning) {
    const cancel = () => {
      onPreview('');
      setPinning(false);
    };
    return <PinBlock state={state} onPreview={onPreview} onCancel={cancel} />;
  }
  return (
    <div class="block">
      <p class="eyebrow">
        <span class="tag tag-moss">
          <Icon name="check" />
          {text('popup_done_at', clockText(rock.doneAt ?? rock.pinnedAt, today.zone))}
        </span>
      </p>
      <h1 class="display rock-title">
        <bdi>{rock.title}</bdi>
      </h1>
      <p class="quiet">{text('popup_laid')}</p>
      <ProgressForm movedForward={rock.movedForward} onSave={state.describe} />
      <div class="actions">
        <button class="btn btn-secondary" type="button" onClick={() => setPinning(true)}>
          {text('popup_pin_next')}
        </button>
        <button class="btn btn-quiet" type="button" onClick={state.reopen}>
          {text('popup_not_done')}
        </button>
      </div>
    </div>
  );
}
