import { useRef, useState } from 'preact/hooks';
import type { Rock } from '../../domain/rock';
import { clockText } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { text } from '../../ui/text';
import { useEscape } from '../../ui/use-escape';
import { useFocusAfter } from '../../ui/use-focus-after';
import { PinBlock } from './pin-block';
import { ProgressForm } from './progress-form';
import type { RockSectionProps } from './rock-section';

/** A rock that is laid, or put aside for the day; the next one can be pinned. */
export function DoneRock(props: RockSectionProps & { rock: Rock }) {
  const { today, rock, state, takeDraft, onPreview } = props;
  const [draft] = useState(takeDraft);
  const [isPinning, setPinning] = useState(draft !== '');
  const opener = useRef<HTMLButtonElement>(null);
  useFocusAfter(isPinning, opener);
  const cancel = () => {
    onPreview('');
    setPinning(false);
  };
  useEscape(isPinning ? cancel : null);
  if (isPinning)
    return (
      <PinBlock
        today={today}
        draft={draft}
        isNext
        onPin={state.pin}
        onPreview={onPreview}
        onCancel={cancel}
      />
    );
  const isDone = rock.status === 'done';
  return (
    <div class="block">
      <p class="eyebrow" id="rock-state">
        {isDone ? <DoneTag rock={rock} zone={today.zone} /> : <AsideTag />}
      </p>
      <h1 class="display rock-title" aria-describedby="rock-state">
        <bdi>{rock.title}</bdi>
      </h1>
      <p class="quiet">{text(isDone ? laidText(today.isBlocking) : 'popup_aside_note')}</p>
      {isDone && <ProgressForm movedForward={rock.movedForward} onSave={state.describe} />}
      <div class="actions">
        <button class="btn btn-secondary" type="button" ref={opener} onClick={() => setPinning(true)}>
          {text(isDone ? 'popup_pin_next' : 'popup_pin_other')}
        </button>
        {isDone && (
          <button class="btn btn-quiet" type="button" onClick={state.reopen}>
            {text('popup_not_done')}
          </button>
        )}
      </div>
    </div>
  );
}

/** Windows and limits may hold after the rock is done. */
const laidText = (isBlocking: boolean) => (isBlocking ? 'popup_laid_some' : 'popup_laid');

function DoneTag({ rock, zone }: { rock: Rock; zone: string }) {
  return (
    <span class="tag tag-moss">
      <Icon name="check" />
      {text('popup_done_at', clockText(rock.doneAt ?? rock.pinnedAt, zone))}
    </span>
  );
}

const AsideTag = () => <span class="tag">{text('popup_aside')}</span>;
