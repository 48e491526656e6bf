import type { Fault, Today } from '../../messages/requests';
import { faultText } from '../../ui/fault-text';
import { counted } from '../../ui/text';

interface NoticesProps {
  today: Today | null;
  unread: Fault | null;
  fault: Fault | null;
}

/** What the user should know before anything else; usually nothing. */
export function Notices({ today, unread, fault }: NoticesProps) {
  const faults = new Set([today?.trouble ?? null, unread, fault].filter(each => each !== null));
  return (
    <>
      {[...faults].map(each => (
        <p class="notice error" role="alert" key={each}>
          {faultText(each)}
        </p>
      ))}
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
