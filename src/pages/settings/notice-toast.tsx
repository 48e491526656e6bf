import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { SECOND } from '../../domain/time';
import { faultText } from '../../ui/fault-text';
import { counted, type TextKey, text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { WaitsText } from '../../ui/waits-text';
import type { Notice } from './notice';
import type { SettingsState } from './store';
import type { Undo } from './undo';

const SHOWN_FOR = 8 * SECOND;

/** What can be taken back is a decision, and for some a long way to the button. */
const UNDOABLE_FOR = 20 * SECOND;

/**
 * Says what was saved, for a while, and longer while it is pointed at or holds the keyboard. What was done last can be
 * taken back by its button, or for as long as the page stands by Ctrl+Z wherever that does not undo typing.
 */
export function NoticeToast({ state }: { state: SettingsState }) {
  const { notice, undoable, dismiss, undo } = state;
  const toast = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(false);
  const turn = useTurn(notice);
  useEffect(() => {
    if (!notice || held) return;
    const hiding = setTimeout(dismiss, notice.undo.length > 0 ? UNDOABLE_FOR : SHOWN_FOR);
    return () => clearTimeout(hiding);
  }, [notice, held, dismiss]);
  useEffect(() => {
    const takeBack = (event: KeyboardEvent) => {
      if (!isUndo(event) || undoable.length === 0) return;
      event.preventDefault();
      void undo(undoable);
    };
    addEventListener('keydown', takeBack);
    return () => removeEventListener('keydown', takeBack);
  }, [undoable, undo]);
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
        <span role="status">{notice && <span key={turn}>{sentence(notice, state)}</span>}</span>
        {notice && notice.undo.length > 0 && (
          <button
            type="button"
            class="btn btn-quiet"
            aria-keyshortcuts="Control+Z Meta+Z"
            onClick={() => takeBack(notice.undo)}
          >
            {text('settings_undo')}
          </button>
        )}
      </div>
    </div>
  );
}

/** Another number for each notice: the same words said again are spoken again only where they stand there anew. */
function useTurn(notice: Notice | null): number {
  const last = useRef({ notice, turn: 0 });
  if (last.current.notice !== notice) last.current = { notice, turn: last.current.turn + 1 };
  return last.current.turn;
}

function isUndo({ key, ctrlKey, metaKey, shiftKey, altKey, target }: KeyboardEvent): boolean {
  if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || shiftKey || altKey) return false;
  return !(target as HTMLElement).matches('textarea, input:not([type=checkbox], [type=radio])');
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
    return <WaitsText until={notice.edit.takesEffectAt} zone={view?.zone ?? 'UTC'} />;
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
