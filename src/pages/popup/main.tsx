import '../../ui/tokens.css';
import '../../ui/components.css';
import '../../ui/charts.css';
import '../../ui/rock.css';
import './popup.css';
import { pageTransport } from '../../browser/messaging';
import { requestAccess } from '../../browser/permissions';
import { closePopupAfterLinks, resetWhenSeen } from '../../browser/toolbar-popup';
import { createClient } from '../../messages/client';
import { showPage } from '../../ui/show-page';
import { draftOf } from './draft';
import { Popup } from './popup';
import { createPopupStore } from './store';

const store = createPopupStore(createClient(pageTransport()), requestAccess);
showPage('popup_title', <Popup store={store} draft={draftOf(location.hash, resetWhenSeen)} />);
closePopupAfterLinks();
