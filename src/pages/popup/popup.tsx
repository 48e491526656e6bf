import { useState } from 'preact/hooks';
import { Colours } from '../../ui/swatch';
import { text } from '../../ui/text';
import { useStore } from '../../ui/use-store';
import type { TakeDraft } from './draft';
import { Foot } from './foot';
import { Notices } from './notices';
import { PassesSection } from './passes-section';
import { RockSection } from './rock-section';
import { Scene } from './scene';
import { SiteSection } from './site-section';
import type { PopupStore } from './store';
import { TodaySection } from './today-section';

interface PopupProps {
  store: PopupStore;
  draft: TakeDraft;
}

/** The frame is there at once, at its usual height; the day fills it when it has been read. */
export function Popup({ store, draft }: PopupProps) {
  const state = useStore(store);
  const [preview, setPreview] = useState('');
  const { today } = state;
  return (
    <>
      <Scene today={today} isLaying={state.isLaying} preview={preview} />
      <main aria-busy={today === null && state.unread === null}>
        <Notices
          today={today}
          unread={state.unread}
          fault={state.fault}
          acknowledgeRestore={state.acknowledgeRestore}
        />
        {today ? (
          <>
            <RockSection today={today} state={state} takeDraft={draft} onPreview={setPreview} />
            <PassesSection passes={today.passes} onAnswer={state.answerPass} />
            <Colours.Provider value={today.categories}>
              <TodaySection today={today} />
            </Colours.Provider>
            <SiteSection today={today} addSite={state.addSite} />
          </>
        ) : (
          <h1 class="visually-hidden">{text('popup_title')}</h1>
        )}
      </main>
      <Foot today={today} />
    </>
  );
}
