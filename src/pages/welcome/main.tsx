import '../../ui/tokens.css';
import '../../ui/components.css';
import '../../ui/rock.css';
import './welcome.css';
import { pageTransport } from '../../browser/messaging';
import { requestAccess } from '../../browser/permissions';
import { createClient } from '../../messages/client';
import { settleOnLeave } from '../../ui/settle-on-leave';
import { showPage } from '../../ui/show-page';
import { createWelcomeStore } from './store';
import { Welcome } from './welcome';

const store = createWelcomeStore(createClient(pageTransport()), requestAccess);
showPage('welcome_title', <Welcome store={store} />);
settleOnLeave();
