import type { RockDraft } from '../../domain/rock';
import type { Fault, Today } from '../../messages/requests';
import { PinForm } from '../../ui/pin-form';
import { text } from '../../ui/text';
import { ThemeLine } from '../../ui/theme-line';

interface PinBlockProps {
  today: Pick<Today, 'theme' | 'today'>;
  onPin: (draft: RockDraft) => Promise<Fault | null>;
  onPreview: (title: string) => void;
  /** A rock was done today already. */
  isNext?: boolean;
  onCancel?: () => void;
}

/** The question of the day and the field for its answer. */
export function PinBlock({ today, onPin, onPreview, isNext = false, onCancel }: PinBlockProps) {
  return (
    <div class="block pin">
      <h1 class="display">{text('rock_ask')}</h1>
      <ThemeLine theme={today.theme} day={today.today} />
      <PinForm
        autoFocus
        isLabelSeen={false}
        isNext={isNext}
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
