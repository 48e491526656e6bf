import { useRef, useState } from 'preact/hooks';
import type { Rock } from '../../domain/rock';
import { clockText } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { RockNotes } from '../../ui/rock-notes';
import { text } from '../../ui/text';
import { useEscape } from '../../ui/use-escape';
import { useFocusAfter } from '../../ui/use-focus-after';
import { PinBlock } from './pin-block';
import type { RockSectionProps } from './rock-section';

/** The rock of the day: done, or swapped for another one. */
export function OpenRock(props: RockSectionProps & { rock: Rock }) {
  const { today, rock, state, takeDraft, onPreview } = props;
  const [draft] = useState(takeDraft);
  const [isSwapping, setSwapping] = useState(draft !== '');
  const opener = useRef<HTMLButtonElement>(null);
  useFocusAfter(isSwapping, opener);
  const cancel = () => {
    onPreview('');
    setSwapping(false);
  };
  useEscape(isSwapping ? cancel : null);
  if (isSwapping)
    return (
      <PinBlock
        today={today}
        draft={draft}
        instead={draft ? rock : null}
        onPin={state.swap}
        onPreview={onPreview}
        onCancel={cancel}
      />
    );
  return (
    <div class="block">
      <p class="eyebrow" id="rock-state">
        {text('popup_open_since', clockText(rock.pinnedAt, today.zone))}
      </p>
      <h1 class="display rock-title" aria-describedby="rock-state">
        <bdi>{rock.title}</bdi>
      </h1>
      <RockNotes rock={rock} />
      <div class="actions">
        <button class="btn btn-done" type="button" onClick={state.finish}>
          <Icon name="check" />
          {text('popup_done')}
        </button>
        <button class="btn btn-quiet" type="button" ref={opener} onClick={() => setSwapping(true)}>
          {text('popup_swap')}
        </button>
      </div>
    </div>
  );
}
