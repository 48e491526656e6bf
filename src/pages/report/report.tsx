import { useEffect } from 'preact/hooks';
import type { Export } from '../../domain/export';
import type { ReviewDraft } from '../../domain/review';
import type { Fault } from '../../messages/requests';
import { faultText } from '../../ui/fault-text';
import type { SaveFile } from '../../ui/save-file';
import { Colours } from '../../ui/swatch';
import { text } from '../../ui/text';
import { TopBar } from '../../ui/top-bar';
import { useStore } from '../../ui/use-store';
import { DayView } from './day-view';
import { headingOf } from './heading';
import { Navigation } from './navigation';
import { PeriodView } from './period-view';
import type { ReportState, ReportStore, View } from './store';
import { Takeaway } from './takeaway';

export interface ReportProps {
  store: ReportStore;
  exportAll: () => Promise<Export>;
  keepReview: (week: string, draft: ReviewDraft) => Promise<unknown>;
  save: SaveFile;
  copy: (text: string) => Promise<void>;
}

/** The page *Report*: a day, week, month or year, which the fragment of the address names. */
export function Report({ store, exportAll, keepReview, save, copy }: ReportProps) {
  const state = useStore(store);
  const { shown, fault, read } = state;
  useEffect(() => showAddressed(store), [store]);
  return (
    <>
      <TopBar current="report" />
      <main class="page">
        <Problems {...state} />
        {shown ? (
          <Shown shown={shown} read={read} keepReview={keepReview} />
        ) : (
          <Waiting fault={fault} read={read} />
        )}
        <Takeaway shown={shown} exportAll={exportAll} save={save} copy={copy} />
      </main>
    </>
  );
}

/** Shows what the address names, and what it names next, as it is now and after each change. */
function showAddressed(store: ReportStore): () => void {
  const { open, read, readAhead, follow } = store.getState();
  let ahead: ReturnType<typeof setTimeout> | undefined;
  const onHash = () => {
    clearTimeout(ahead);
    void open(location.hash).then(() => {
      ahead = setTimeout(() => void readAhead(), AHEAD_AFTER);
    });
  };
  const onSeen = () => {
    if (document.visibilityState === 'visible') void read();
  };
  onHash();
  const unfollow = follow();
  window.addEventListener('hashchange', onHash);
  document.addEventListener('visibilitychange', onSeen);
  return () => {
    clearTimeout(ahead);
    unfollow();
    window.removeEventListener('hashchange', onHash);
    document.removeEventListener('visibilitychange', onSeen);
  };
}

/** What is asked for comes first: what may be asked for next is read when it has been painted. */
const AHEAD_AFTER = 150;

function Problems({ misread, shown, fault }: ReportState) {
  const trouble = shown?.report.trouble ?? null;
  return (
    <div class="problems" role="alert">
      {trouble && <p class="banner">{faultText(trouble)}</p>}
      {shown && fault && fault !== trouble && <p class="banner">{faultText(fault)}</p>}
      {misread && <p class="banner">{faultText(misread)}</p>}
    </div>
  );
}

interface ShownProps extends Pick<ReportProps, 'keepReview'> {
  shown: View;
  read: () => Promise<void>;
}

function Shown({ shown, read, keepReview }: ShownProps) {
  const heading = headingOf(shown);
  useEffect(() => {
    document.title = text('report_title', heading);
  }, [heading]);
  return (
    <>
      <Navigation shown={shown} />
      <Colours.Provider value={shown.report.categories}>
        {shown.view === 'day' ? (
          <DayView key={shown.report.day} report={shown.report} read={read} />
        ) : (
          <PeriodView
            key={shown.report.period.key}
            report={shown.report}
            read={read}
            keepReview={keepReview}
          />
        )}
      </Colours.Provider>
    </>
  );
}

function Waiting({ fault, read }: { fault: Fault | null; read: () => Promise<void> }) {
  return (
    <>
      <div class="dates">
        <h1>{text('ui_report')}</h1>
      </div>
      <div class="waiting" aria-busy={fault === null}>
        {fault === null ? (
          <p class="visually-hidden">{text('ui_loading')}</p>
        ) : (
          <div class="failure" role="alert">
            <p>{faultText(fault)}</p>
            <button type="button" class="btn btn-secondary" onClick={() => void read()}>
              {text('ui_try_again')}
            </button>
          </div>
        )}
      </div>
    </>
  );
}
