import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { SECOND } from '../../domain/time';
import { ClockTime } from '../../ui/clock-time';
import { faultText } from '../../ui/fault-text';
import { counted, type TextKey, text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import type { Notice } from './notice';
import type { SettingsState } from './store';
import type { Undo } from './undo';

const SHOWN_FOR = 8 * SECOND;

/** Says what was saved, for a while, and longer while it is pointed at or holds the keyboard. */
export function NoticeToast({ state }: { state: SettingsState }) {
  const { notice, dismiss, undo } = state;
  const toast = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!notice || held) return;
    const hiding = setTimeout(dismiss, SHOWN_FOR);
    return () => clearTimeout(hiding);
  }, [notice, held, dismiss]);
  const takeBack = (edits: Undo) => {
    // The button goes; the keyboard's place stays.
    toast.current?.focus();
    void undo(edits);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pointed at is only shown for longer
    <div
      class="notice"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <div class={notice ? 'toast' : undefined} tabIndex={-1} ref={toast}>
        <span role="status">{notice && sentence(notice, state)}</span>
        {notice && notice.undo.length > 0 && (
          <button type="button" class="btn btn-quiet" onClick={() => takeBack(notice.undo)}>
            {text('settings_undo')}
          </button>
        )}
      </div>
    </div>
  );
}

const ABOUT_A_SITE = {
  added: 'settings_added',
  moved: 'settings_moved',
  listed: 'settings_listed',
  'added-without-access': 'settings_added_without_access',
  removed: 'settings_removed',
} as const satisfies Record<string, TextKey>;

const ABOUT_ALL = {
  saved: 'settings_saved',
  undone: 'settings_undone',
  allowed: 'settings_allowed',
  'not-allowed': 'settings_not_allowed',
  cancelled: 'settings_cancelled',
} as const satisfies Record<string, TextKey>;

function sentence(notice: Notice, { view }: SettingsState): JSX.Element | string {
  if ('fault' in notice) return faultText(notice.fault);
  if (notice.said === 'waits') {
    const { takesEffectAt } = notice.edit;
    const until = <ClockTime key="time" at={takesEffectAt} zone={view?.zone ?? 'UTC'} />;
    return <TextWith of="settings_waits" parts={[until]} />;
  }
  if (notice.said === 'added-many') return counted('settings_many_added', notice.count);
  if (!('site' in notice)) return text(ABOUT_ALL[notice.said]);
  const { pattern, category } = notice.site;
  const name = view?.settings.categories.find(({ id }) => id === category)?.name ?? category;
  return (
    <TextWith
      of={ABOUT_A_SITE[notice.said]}
      parts={[<bdi key="site">{pattern}</bdi>, <bdi key="category">{name}</bdi>]}
    />
  );
}
