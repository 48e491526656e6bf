import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { COOLING } from '../../domain/cooling';
import type { Deletion } from '../../domain/deletion';
import type { Export } from '../../domain/export';
import { faultOf } from '../../messages/request-error';
import type { Fault, Imported, SettingsAndAccess } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { faultText } from '../../ui/fault-text';
import type { SaveFile } from '../../ui/save-file';
import { Colours } from '../../ui/swatch';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { TopBar } from '../../ui/top-bar';
import { useStore } from '../../ui/use-store';
import { AboutSection } from './about-section';
import { BlockingSection } from './blocking-section';
import { DataSection } from './data-section';
import { DeleteHistory } from './delete-history';
import { NoticeToast } from './notice-toast';
import type { Notifications } from './notifications-field';
import { PendingList } from './pending-list';
import { QuestionSection } from './question-section';
import type { Reach } from './reach-list';
import { ReportsSection } from './reports-section';
import { RetentionField } from './retention-field';
import { SideNavigation } from './side-navigation';
import { SignFields } from './sign-fields';
import { SitesSection } from './sites-section';
import type { SettingsState, SettingsStore } from './store';
import { WorkHoursSection } from './work-hours-section';

export interface SettingsProps {
  store: SettingsStore;
  notifications: Notifications;
  exportAll: () => Promise<Export>;
  importHistory: (file: unknown, preview: boolean) => Promise<Imported>;
  deleteHistory: (what: Deletion) => Promise<Fault | null>;
  save: SaveFile;
  version: string;
  reach: Reach;
}

/** The page *Settings*: one section after the other, each change saved at once. */
export function Settings(props: SettingsProps) {
  const { store, notifications, exportAll, importHistory, deleteHistory, save, version, reach } = props;
  const state = useStore(store);
  const heading = useRef<HTMLHeadingElement>(null);
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
          <Colours.Provider value={state.view?.settings.categories ?? []}>
            <h1 class="display" tabIndex={-1} ref={heading}>
              {text('settings_heading')}
            </h1>
            <Problems view={state.view} fault={state.fault} read={state.read} />
            {state.view ? (
              <Editable state={state} view={state.view} notifications={notifications} heading={heading} />
            ) : (
              <div class="waiting" aria-busy={!state.fault} />
            )}
            <ReportsSection settings={state.view?.settings ?? null} save={state.save} />
            <DataSection
              exportAll={exportAll}
              importHistory={importHistory}
              takeOver={state.takeOver}
              categories={state.view?.settings.categories ?? []}
              save={save}
              sentence={error => faultText(faultOf(error))}
              removal={
                state.view && (
                  <DeleteHistory
                    sites={state.view.settings.sites}
                    today={state.view.today}
                    deleteHistory={deleteHistory}
                  />
                )
              }
            >
              {state.view && <RetentionField keepMonths={state.view.settings.keepMonths} save={state.save} />}
            </DataSection>
            <AboutSection version={version} reach={reach}>
              {state.view && <SignFields signs={state.view.settings.signs} save={state.save} />}
            </AboutSection>
          </Colours.Provider>
        </main>
      </div>
      <NoticeToast state={state} />
    </>
  );
}

interface EditableProps {
  state: SettingsState;
  view: SettingsAndAccess;
  notifications: Notifications;
  heading: RefObject<HTMLHeadingElement | null>;
}

function Editable({ state, view, notifications, heading }: EditableProps) {
  const { settings, isBlocking } = view;
  return (
    <>
      {isBlocking && (
        <p class="intro">
          <TextWith of="settings_cooling" parts={[<DurationText key="time" of={COOLING} />]} />
        </p>
      )}
      <PendingList view={view} cancel={state.cancel} whenEmpty={heading} />
      <SitesSection view={view} state={state} />
      <WorkHoursSection view={view} save={state.save} />
      <BlockingSection view={view} save={state.save} notifications={notifications} />
      <QuestionSection settings={settings} save={state.save} />
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
