import { pageTransport } from '../../browser/messaging';
import { createClient } from '../../messages/client';
import { saveFile } from '../../ui/save-file';
import { showPage } from '../../ui/show-page';
import { Report } from './report';
import { createReportStore } from './store';
import '../../ui/tokens.css';
import '../../ui/components.css';
import '../../ui/charts.css';
import './report.css';
import './charts.css';
import './print.css';

const client = createClient(pageTransport());
const store = createReportStore(client);
showPage(
  'report_page_title',
  <Report
    store={store}
    exportAll={() => client.exportAll({})}
    keepReview={(week, draft) => client.keepReview({ week, ...draft })}
    save={saveFile}
    copy={text => navigator.clipboard.writeText(text)}
  />,
);
