import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { State } from '../../../src/domain/state';
import { faultOf } from '../../../src/messages/request-error';
import type { Notifications } from '../../../src/pages/settings/notifications-field';
import { Settings } from '../../../src/pages/settings/settings';
import { createSettingsStore } from '../../../src/pages/settings/store';
import { noKeys, noNotifications } from '../../fakes/client';
import { settingsBackground } from '../../fakes/settings-background';
import { settle, show } from '../screen';

/** The page over a background that follows the real rules. */
export async function openSettings(start: State, notifications: Notifications = noNotifications) {
  const background = settingsBackground(start);
  const { client } = background;
  await act(() =>
    show(
      <Settings
        store={createSettingsStore(client, async () => true)}
        notifications={notifications}
        exportAll={() => client.exportAll({})}
        importHistory={(file, preview) => client.importHistory({ file, preview })}
        deleteHistory={what => client.deleteHistory({ what }).then(() => null, faultOf)}
        save={vi.fn()}
        version="1.2.3"
        reach={noKeys}
      />,
    ),
  );
  await act(settle);
  return background;
}

/** Does something to the page and waits for what comes of it. */
export const doing = (action: () => void): Promise<void> =>
  act(async () => {
    action();
    await settle();
  });

export function enter(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string) {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What belongs to one category in the section *Blocking*. */
export function policyOf(id: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`fieldset[aria-labelledby=policy-${id}]`);
  if (!found) throw new Error(`no policy of ${id}`);
  return found;
}

/** The control within this that is labelled so. */
export function within<E extends HTMLElement>(part: ParentNode, label: string): E {
  const found = [...part.querySelectorAll<E>('input, button, select, textarea')].find(
    each =>
      (each.getAttribute('aria-label') ?? each.closest('label')?.textContent ?? each.textContent)?.trim() ===
      label,
  );
  if (!found) throw new Error(`nothing is labelled ${label}`);
  return found;
}
