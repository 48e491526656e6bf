import { useState } from 'preact/hooks';
import { PLAIN_TERMS } from '../../domain/settings';
import { faultText } from '../../ui/fault-text';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import type { TermFieldProps } from './term-field';
import { useNumber } from './use-number';

/** Whether and after how many minutes in one go a person is nudged while the sites of a category are open. */
export function NudgeField({ category: { id, name, nudgeMinutes }, save }: TermFieldProps) {
  const [usual, setUsual] = useState(nudgeMinutes ?? PLAIN_TERMS.nudgeMinutes ?? 15);
  const [refused, setRefused] = useState<string | null>(null);
  const minutes = nudgeMinutes ?? usual;
  const { input, faultId, error } = useNumber({
    id: `nudge-${id}`,
    stored: minutes,
    least: 1,
    most: 240,
    save: changed => save({ nudgeMinutes: changed }),
  });
  const toggle = async (isOn: boolean) => {
    setUsual(minutes);
    const fault = await save({ nudgeMinutes: isOn ? minutes : null });
    setRefused(fault && faultText(fault));
  };
  return (
    <div class="amount">
      <input
        type="checkbox"
        aria-label={text('settings_nudge', minutes)}
        checked={nudgeMinutes !== null}
        onChange={event => void toggle(event.currentTarget.checked)}
      />
      <span class="flow">
        <TextWith
          of="settings_nudge"
          parts={[
            <input
              key="minutes"
              {...input}
              disabled={nudgeMinutes === null}
              aria-label={text('settings_nudge_label', name)}
            />,
          ]}
        />
      </span>
      <p class="error" id={faultId} role="alert">
        {error ?? refused}
      </p>
    </div>
  );
}
