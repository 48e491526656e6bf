import type { Rock, RockDraft } from '../../domain/rock';
import type { Fault, Today } from '../../messages/requests';
import { PinForm } from '../../ui/pin-form';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { ThemeLine } from '../../ui/theme-line';

interface PinBlockProps {
  today: Pick<Today, 'theme' | 'today'>;
  onPin: (draft: RockDraft) => Promise<Fault | null>;
  onPreview: (title: string) => void;
  /** A rock was done today already. */
  isNext?: boolean;
  /** What stands in the field at first. */
  draft?: string;
  /** The rock that stands in the way of what was asked for. */
  instead?: Rock | null;
  onCancel?: () => void;
}

/** The question of the day and the field for its answer. */
export function PinBlock(props: PinBlockProps) {
  const { today, onPin, onPreview, isNext = false, draft = '', instead = null, onCancel } = props;
  return (
    <div class="block pin">
      <h1 class="display">{text('rock_ask')}</h1>
      {instead && (
        <p role="status">
          <TextWith of="popup_instead" parts={[<bdi key="rock">{instead.title}</bdi>]} />
        </p>
      )}
      <ThemeLine theme={today.theme} day={today.today} />
      <PinForm
        autoFocus
        isLabelSeen={false}
        isNext={isNext}
        draft={draft}
        onPreview={onPreview}
        onPin={async draft => {
          const fault = await onPin(draft);
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
