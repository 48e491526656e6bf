import type { RefObject } from 'preact';
import type { SettingsAndAccess } from '../../messages/requests';
import { ClockTime } from '../../ui/clock-time';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { PendingWords } from './pending-words';

export interface PendingListProps {
  view: SettingsAndAccess;
  cancel: (id: string) => Promise<void>;
  /** Where the keyboard goes when the last one is gone. */
  whenEmpty: RefObject<HTMLElement | null>;
}

/** Changes that wait, each with when it takes effect and a button to take it back. */
export function PendingList({ view, cancel, whenEmpty }: PendingListProps) {
  const { settings, pending, zone } = view;
  if (pending.length === 0) return null;
  const takeBack = (id: string, button: HTMLButtonElement) => {
    (neighbour(button) ?? whenEmpty.current)?.focus();
    void cancel(id);
  };
  return (
    <fieldset class="card pending" aria-labelledby="pending">
      <h2 id="pending">{text('settings_pending')}</h2>
      <ul>
        {pending.map(({ id, edit, takesEffectAt }) => (
          <li key={id}>
            <p id={`pending-${id}`}>
              <span class="strong">
                <PendingWords edit={edit} settings={settings} />
              </span>{' '}
              <span class="caption">
                <TextWith
                  of="settings_pending_at"
                  parts={[<ClockTime key="time" at={takesEffectAt} zone={zone} />]}
                />
              </span>
            </p>
            <button
              type="button"
              class="btn btn-secondary btn-dense"
              aria-describedby={`pending-${id}`}
              onClick={event => takeBack(id, event.currentTarget)}
            >
              {text('settings_pending_cancel')}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** The button of the change after, or else before. */
function neighbour(button: HTMLButtonElement): HTMLButtonElement | null {
  const item = button.closest('li');
  const beside = item?.nextElementSibling ?? item?.previousElementSibling;
  return beside?.querySelector('button') ?? null;
}
