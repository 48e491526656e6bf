import type { Today } from '../../messages/requests';
import { Icon } from '../../ui/icon';
import { text } from '../../ui/text';
import { hoursText } from './hours-text';

export function Foot({ today }: { today: Today | null }) {
  return (
    <footer class="foot">
      <span class="status">
        {today && (
          <>
            <Icon name="clock" />
            {hoursText(today)}
          </>
        )}
      </span>
      <nav class="links" aria-label={text('extension_name')}>
        <a href="../report/index.html" target="_blank" rel="noopener">
          {text('popup_report')}
        </a>
        <a href="../settings/index.html" target="_blank" rel="noopener">
          {text('popup_settings')}
        </a>
      </nav>
    </footer>
  );
}
