import { useEffect } from 'preact/hooks';
import type { DayReport } from '../../domain/day-report';
import type { Export } from '../../domain/export';
import { type Instant, SECOND } from '../../domain/time';
import { faultOf } from '../../messages/client';
import type { Fault } from '../../messages/requests';
import { ExportButton } from '../../ui/export-button';
import { faultText } from '../../ui/fault-text';
import { dayText } from '../../ui/format';
import { liveReport } from '../../ui/live-report';
import type { SaveFile } from '../../ui/save-file';
import { text } from '../../ui/text';
import { TopBar } from '../../ui/top-bar';
import { useNow } from '../../ui/use-now';
import { useStore } from '../../ui/use-store';
import { DayNavigation } from './day-navigation';
import { DayRocks } from './day-rocks';
import { DayTotal } from './day-total';
import { Passes } from './passes';
import { Remarks } from './remarks';
import type { ReportState, ReportStore } from './store';
import { TimeByCategory } from './time-by-category';
import { TimeBySite } from './time-by-site';

export interface ReportProps {
  store: ReportStore;
  exportAll: () => Promise<Export>;
  save: SaveFile;
}

/** The page *Report*: one day, which the fragment of the address names. */
export function Report({ store, exportAll, save }: ReportProps) {
  const state = useStore(store);
  useEffect(() => showAddressed(store), [store]);
  return (
    <>
      <TopBar current="report" />
      <main class="page">
        <Problems {...state} />
        {state.report ? (
          <Day report={state.report} read={state.read} />
        ) : (
          <Waiting fault={state.fault} read={state.read} />
        )}
        <section class="section takeaway" aria-labelledby="take">
          <header>
            <h2 id="take">{text('report_take')}</h2>
            <p>{text('report_take_note')}</p>
          </header>
          <div class="actions">
            <ExportButton exportAll={exportAll} save={save} sentence={error => faultText(faultOf(error))} />
            <button type="button" class="btn btn-secondary" onClick={() => window.print()}>
              {text('report_print')}
            </button>
          </div>
        </section>
      </main>
    </>
  );
}

/** Shows the day in the address, and each one after it, as it is now and after each change. */
function showAddressed(store: ReportStore): () => void {
  const { open, read, follow } = store.getState();
  const onHash = () => void open(location.hash);
  const onSeen = () => {
    if (document.visibilityState === 'visible') void read();
  };
  onHash();
  const unfollow = follow();
  window.addEventListener('hashchange', onHash);
  document.addEventListener('visibilitychange', onSeen);
  return () => {
    unfollow();
    window.removeEventListener('hashchange', onHash);
    document.removeEventListener('visibilitychange', onSeen);
  };
}

function Problems({ asked, report, fault }: ReportState) {
  return (
    <div class="problems" role="alert">
      {report?.trouble && <p class="banner">{faultText(report.trouble)}</p>}
      {report && fault && fault !== report.trouble && <p class="banner">{faultText(fault)}</p>}
      {asked.misread && <p class="banner">{faultText('not-a-day')}</p>}
    </div>
  );
}

function Day({ report, read }: { report: NonNullable<ReportState['report']>; read: () => Promise<void> }) {
  const now = useNow(report.running !== null);
  useConfirmed(report, now, read);
  const live = liveReport(report, now);
  const heading = dayText(report.day);
  useEffect(() => {
    document.title = text('report_title', heading);
  }, [heading]);
  return (
    <>
      <DayNavigation day={report.day} today={report.today} />
      <section class="opening" aria-label={text('report_in_short')}>
        <DayTotal report={live} />
        <DayRocks report={report} />
      </section>
      <TimeByCategory categories={live.categories} />
      <TimeBySite sites={live.sites} />
      <Passes passes={report.passes} />
      <Remarks remarks={report.remarks} />
    </>
  );
}

const CONFIRM_AFTER = 30 * SECOND;

/** Asks the background again from time to time while something grows: the page only guesses that it still runs. */
function useConfirmed(report: DayReport, now: Instant, read: () => Promise<void>): void {
  const due = report.running === null ? 0 : Math.floor((now - report.asOf) / CONFIRM_AFTER);
  useEffect(() => {
    if (due > 0) void read();
  }, [due, read]);
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
