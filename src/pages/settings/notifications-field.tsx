import { useEffect, useState } from 'preact/hooks';
import type { Reminders } from '../../domain/settings';
import { text } from '../../ui/text';
import { Check } from './check';
import { useSaveFault } from './save-fault';
import type { Save } from './store';

/** The permission to notify. `allow` must be called in the turn of a click; each tells whether it is given then. */
export interface Notifications {
  areAllowed: () => Promise<boolean>;
  allow: () => Promise<boolean>;
  stop: () => Promise<boolean>;
}

interface NotificationsFieldProps {
  notifications: Notifications;
  reminders: Reminders;
  save: Save;
}

/** Whether Big Rock may notify, and of what, and a button to change that. */
export function NotificationsField({ notifications, reminders, save }: NotificationsFieldProps) {
  const { error, saving } = useSaveFault(save);
  const set = (changed: Partial<Reminders>) =>
    void saving(settings => ({ edit: 'set-reminders', reminders: { ...settings.reminders, ...changed } }));
  const [areOn, setAreOn] = useState(false);
  useEffect(() => void notifications.areAllowed().then(setAreOn), [notifications]);
  // The browser asks only in the turn of the click, so nothing is awaited before.
  const change = () => void (areOn ? notifications.stop() : notifications.allow()).then(setAreOn);
  return (
    <fieldset class="subject" aria-labelledby="notifications">
      <h3 id="notifications">{text('settings_notifications')}</h3>
      <p class="caption" aria-live="polite">
        {text(areOn ? 'settings_notifications_on' : 'settings_notifications_off')}
      </p>
      <button type="button" class="btn btn-secondary" onClick={change}>
        {text(areOn ? 'settings_notifications_stop' : 'settings_notifications_allow')}
      </button>
      {areOn && (
        <>
          <Check of="settings_remind_start" checked={reminders.start} set={start => set({ start })} />
          <Check of="settings_remind_evening" checked={reminders.evening} set={evening => set({ evening })} />
        </>
      )}
      <p class="error" role="alert">
        {error}
      </p>
    </fieldset>
  );
}
