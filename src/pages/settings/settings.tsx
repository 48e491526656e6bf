import { useEffect } from 'preact/hooks';
import type { Export } from '../../domain/export';
import { faultOf } from '../../messages/client';
import type { Fault, Imported, SettingsAndAccess } from '../../messages/requests';
import { faultText } from '../../ui/fault-text';
import type { SaveFile } from '../../ui/save-file';
import { text } from '../../ui/text';
import { TopBar } from '../../ui/top-bar';
import { useStore } from '../../ui/use-store';
import { AboutSection } from './about-section';
import { BlockingSection } from './blocking-section';
import { DataSection } from './data-section';
import { NoticeToast } from './notice-toast';
import { QuestionSection } from './question-section';
import { ReportsSection } from './reports-section';
import { RetentionField } from './retention-field';
import { SideNavigation } from './side-navigation';
import { SitesSection } from './sites-section';
import type { SettingsState, SettingsStore } from './store';
import { WorkHoursSection } from './work-hours-section';

export interface SettingsProps {
  store: SettingsStore;
  exportAll: () => Promise<Export>;
  importHistory: (file: unknown) => Promise<Imported>;
  save: SaveFile;
  version: string;
}

/** The page *Settings*: one section after the other, each change saved at once. */
export function Settings({ store, exportAll, importHistory, save, version }: SettingsProps) {
  const state = useStore(store);
  useEffect(() => {
    void store.getState().read();
    return store.getState().follow();
  }, [store]);
  return (
    <>
      <TopBar current="settings" />
      <div class="frame">
        <SideNavigation />
        <main>
          <h1 class="display">{text('settings_heading')}</h1>
          <Problems view={state.view} fault={state.fault} read={state.read} />
          {state.view ? (
            <Editable state={state} view={state.view} />
          ) : (
            <div class="waiting" aria-busy={!state.fault} />
          )}
          <ReportsSection />
          <DataSection
            exportAll={exportAll}
            importHistory={importHistory}
            save={save}
            sentence={error => faultText(faultOf(error))}
          >
            {state.view && <RetentionField keepMonths={state.view.settings.keepMonths} save={state.save} />}
          </DataSection>
          <AboutSection version={version} />
        </main>
      </div>
      <NoticeToast state={state} />
    </>
  );
}

function Editable({ state, view }: { state: SettingsState; view: SettingsAndAccess }) {
  const { settings, withoutAccess, leftOut } = view;
  return (
    <>
      <SitesSection settings={settings} withoutAccess={withoutAccess} leftOut={leftOut} state={state} />
      <WorkHoursSection workHours={settings.workHours} save={state.save} />
      <BlockingSection categories={settings.categories} save={state.save} />
      <QuestionSection question={settings.question} save={state.save} />
    </>
  );
}

interface ProblemsProps {
  view: SettingsAndAccess | null;
  fault: Fault | null;
  read: () => Promise<void>;
}

function Problems({ view, fault, read }: ProblemsProps) {
  const trouble = fault ?? view?.trouble ?? null;
  return (
    <div role="alert">
      {trouble && (
        <div class="banner">
          <p>{faultText(trouble)}</p>
          {view === null && (
            <button type="button" class="btn btn-secondary" onClick={() => void read()}>
              {text('ui_try_again')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
