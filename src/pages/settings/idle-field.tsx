import { LEAST_IDLE, MOST_IDLE } from '../../domain/limits';
import { text } from '../../ui/text';
import type { Save } from './store';
import { useNumber } from './use-number';

/** After how long without input nobody is taken to be there. */
export function IdleField({ idleSeconds, save }: { idleSeconds: number; save: Save }) {
  const { input, faultId, error } = useNumber({
    id: 'idle',
    stored: idleSeconds,
    least: LEAST_IDLE,
    most: MOST_IDLE,
    save: seconds => save(() => ({ edit: 'set-idle', idleSeconds: seconds })),
  });
  return (
    <div class="field question">
      <label for="idle">{text('settings_idle')}</label>
      <input {...input} aria-describedby={`idle-note ${faultId}`} />
      <p class="caption" id="idle-note">
        {text('settings_idle_note')}
      </p>
      <p class="error" id={faultId} role="alert">
        {error}
      </p>
    </div>
  );
}
