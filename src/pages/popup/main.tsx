import '../../ui/tokens.css';
import '../../ui/components.css';
import '../../ui/charts.css';
import '../../ui/rock.css';
import './popup.css';
import { closePopupAfterLinks } from '../../browser/close-popup';
import { pageTransport } from '../../browser/messaging';
import { requestAccess } from '../../browser/permissions';
import { createClient } from '../../messages/client';
import { showPage } from '../../ui/show-page';
import { Popup } from './popup';
import { createPopupStore } from './store';

showPage('popup_title', <Popup store={createPopupStore(createClient(pageTransport()), requestAccess)} />);
closePopupAfterLinks();
