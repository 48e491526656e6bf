import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SECOND } from '../../domain/time';
import { ClockTime } from '../../ui/clock-time';
import { faultText } from '../../ui/fault-text';
import { type TextKey, text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import type { Notice, SettingsState } from './store';

const SHOWN_FOR = 8 * SECOND;

/** Says what was saved, for a while, and longer while it is pointed at or holds the keyboard. */
export function NoticeToast({ state }: { state: SettingsState }) {
  const { notice, dismiss } = state;
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!notice || held) return;
    const hiding = setTimeout(dismiss, SHOWN_FOR);
    return () => clearTimeout(hiding);
  }, [notice, held, dismiss]);
  return (
    <div
      class="notice"
      role="status"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {notice && <Toast notice={notice} state={state} />}
    </div>
  );
}

function Toast({ notice, state }: { notice: Notice; state: SettingsState }) {
  const undone = notice.said === 'removed' ? notice.site : null;
  return (
    <div class="toast">
      <span>{sentence(notice, state)}</span>
      {undone && (
        <button type="button" class="btn btn-quiet" onClick={() => void state.restoreSite(undone)}>
          {text('settings_undo')}
        </button>
      )}
    </div>
  );
}

const ABOUT_A_SITE = {
  added: 'settings_added',
  moved: 'settings_moved',
  listed: 'settings_listed',
  'added-without-access': 'settings_added_without_access',
  removed: 'settings_removed',
  restored: 'settings_restored',
} as const satisfies Record<string, TextKey>;

const ABOUT_ALL = {
  saved: 'settings_saved',
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
