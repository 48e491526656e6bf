import { useState } from 'preact/hooks';
import type { Change } from '../../ui/asked-settings';
import { type TextKey, text } from '../../ui/text';
import { useDraft } from '../../ui/use-draft';
import type { Save } from './store';

export interface LinesFieldProps {
  id: string;
  label: TextKey;
  note: TextKey;
  stored: readonly string[];
  save: Save;
  /** The change that makes these lines the stored ones. */
  change: (lines: string[]) => ReturnType<Change>;
}

/** Several texts, one a line. */
export function LinesField({ id, label, note, stored, save, change }: LinesFieldProps) {
  // A blank line at the end is not stored, but stays: somebody may be about to write in it.
  const [latest, setLatest] = useState('');
  const { typed, refusal, type, settle } = useDraft<string, string[]>({
    stored: stored.join('\n'),
    read: lines => ({ value: lines.split('\n') }),
    save: lines => save(() => change(lines)),
  });
  return (
    <div class="field question subject">
      <label for={id}>{text(label)}</label>
      <textarea
        class="input"
        id={id}
        dir="auto"
        rows={4}
        value={latest.trimEnd() === typed ? latest : typed}
        aria-invalid={refusal !== null}
        aria-describedby={`${id}-note ${id}-fault`}
        onInput={event => {
          setLatest(event.currentTarget.value);
          type(event.currentTarget.value);
        }}
        onChange={event => void settle(event.currentTarget.value)}
      />
      <p class="caption" id={`${id}-note`}>
        {text(note)}
      </p>
      <p class="error" id={`${id}-fault`} role="alert">
        {refusal?.why}
      </p>
    </div>
  );
}
