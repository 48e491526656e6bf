import type { Fault, Today } from '../../messages/requests';
import { faultText } from '../../ui/fault-text';
import { counted, text } from '../../ui/text';

interface NoticesProps {
  today: Today | null;
  unread: Fault | null;
  fault: Fault | null;
  acknowledgeRestore: () => Promise<void>;
}

/** What the user should know before anything else; usually nothing. */
export function Notices({ today, unread, fault, acknowledgeRestore }: NoticesProps) {
  const faults = new Set([today?.trouble ?? null, unread, fault].filter(each => each !== null));
  return (
    <>
      {[...faults].map(each => (
        <p class="notice error" role="alert" key={each}>
          {faultText(each)}
        </p>
      ))}
      {today?.isRestored && (
        <div class="notice" role="status">
          <p>{text('popup_restored')}</p>
          <button type="button" class="btn btn-secondary btn-dense" onClick={() => void acknowledgeRestore()}>
            {text('popup_restored_read')}
          </button>
        </div>
      )}
      {today && today.withoutAccess > 0 && (
        <p class="notice">
          <a href="../settings/index.html" target="_blank" rel="noopener">
            {counted('popup_sites_waiting', today.withoutAccess)}
          </a>
        </p>
      )}
    </>
  );
}
