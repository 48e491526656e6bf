import { useEffect, useState } from 'preact/hooks';
import { text } from '../../ui/text';

/** The permission to notify. `allow` must be called in the turn of a click; each tells whether it is given then. */
export interface Notifications {
  areAllowed: () => Promise<boolean>;
  allow: () => Promise<boolean>;
  stop: () => Promise<boolean>;
}

/** Whether Big Rock may notify, and a button to change that. */
export function NotificationsField({ notifications }: { notifications: Notifications }) {
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
    </fieldset>
  );
}
