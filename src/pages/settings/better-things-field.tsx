import type { Settings } from '../../domain/settings';
import { text } from '../../ui/text';
import type { Save } from './store';
import { useDraft } from './use-draft';

export interface BetterThingsFieldProps {
  betterThings: Settings['betterThings'];
  save: Save;
}

/** What the block page offers instead, one a line. */
export function BetterThingsField({ betterThings, save }: BetterThingsFieldProps) {
  const { typed, refusal, type, settle } = useDraft<string, string[]>({
    stored: betterThings.join('\n'),
    read: lines => ({ value: lines.split('\n') }),
    save: lines => save(() => ({ edit: 'set-better-things', betterThings: lines })),
  });
  return (
    <div class="field question subject">
      <label for="better-things">{text('settings_better_things')}</label>
      <textarea
        class="input"
        id="better-things"
        dir="auto"
        rows={4}
        value={typed}
        aria-invalid={refusal !== null}
        aria-describedby="better-things-note better-things-fault"
        onInput={event => void type(event.currentTarget.value)}
        onChange={event => void settle(event.currentTarget.value)}
      />
      <p class="caption" id="better-things-note">
        {text('settings_better_things_note')}
      </p>
      <p class="error" id="better-things-fault" role="alert">
        {refusal?.why}
      </p>
    </div>
  );
}
