import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import type { TermFieldProps } from './term-field';
import { useNumber } from './use-number';

/** For how many minutes a day the sites of a category are open. */
export function LimitField({ category: { id, name, limitMinutes }, save }: TermFieldProps) {
  const { input, faultId, error } = useNumber({
    id: `limit-${id}`,
    stored: limitMinutes,
    least: 1,
    most: 24 * 60,
    save: minutes => save({ limitMinutes: minutes }),
  });
  return (
    <div class="amount">
      <span class="flow">
        <TextWith
          of="settings_limit"
          parts={[<input key="minutes" {...input} aria-label={text('settings_limit_label', name)} />]}
        />
      </span>
      <p class="error" id={faultId} role="alert">
        {error}
      </p>
    </div>
  );
}
