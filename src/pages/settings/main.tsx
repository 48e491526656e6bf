import { extensionVersion } from '../../browser/extension-info';
import { pageTransport } from '../../browser/messaging';
import { mayNotify, requestAccess, requestNotifications, stopNotifications } from '../../browser/permissions';
import { changeShortcuts, shortcuts } from '../../browser/shortcuts';
import { createClient } from '../../messages/client';
import { faultOf } from '../../messages/request-error';
import { saveFile } from '../../ui/save-file';
import { settleOnLeave } from '../../ui/settle-on-leave';
import { showPage } from '../../ui/show-page';
import { Settings } from './settings';
import { createSettingsStore } from './store';
import '../../ui/tokens.css';
import '../../ui/components.css';
import './settings.css';

const client = createClient(pageTransport());
const store = createSettingsStore(client, requestAccess);
const notifications = { areAllowed: mayNotify, allow: requestNotifications, stop: stopNotifications };
showPage(
  'settings_page_title',
  <Settings
    store={store}
    notifications={notifications}
    exportAll={() => client.exportAll({})}
    importHistory={(file, preview) => client.importHistory({ file, preview })}
    deleteHistory={what => client.deleteHistory({ what }).then(() => null, faultOf)}
    save={saveFile}
    version={extensionVersion()}
    reach={{ list: shortcuts, change: changeShortcuts }}
  />,
);
settleOnLeave();
