import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type TextKey, text } from '../../ui/text';

/** The browser's shortcuts, and the way to where they are changed. */
export interface Reach {
  list: () => Promise<readonly { what: TextKey; keys: string }[]>;
  change: () => Promise<void>;
}

interface ReachListProps {
  reach: Reach;
  children: ComponentChildren;
}

/** The ways in besides the pages: keys, the address bar, the menu; what can be switched off of them is inside. */
export function ReachList({ reach, children }: ReachListProps) {
  const [shortcuts, setShortcuts] = useState<Awaited<ReturnType<Reach['list']>>>([]);
  useEffect(() => {
    const read = () => void reach.list().then(setShortcuts);
    read();
    // They are changed on a page of the browser's, from which one comes back.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [reach]);
  return (
    <div class="subject">
      <h3>{text('settings_reach')}</h3>
      <dl class="facts reach">
        {shortcuts.map(({ what, keys }) => (
          <div key={what}>
            <dt>{text(what)}</dt>
            <dd>{keys === '' ? text('settings_reach_none') : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="btn btn-secondary" onClick={() => void reach.change()}>
        {text('settings_reach_change')}
      </button>
      <p class="caption">{text('settings_reach_more')}</p>
      {children}
    </div>
  );
}
