import { useState } from 'preact/hooks';
import type { SettingsEdit } from '../../domain/edit-settings';
import type { Settings } from '../../domain/settings';
import { WATCHED_DAYS, watchEnd } from '../../domain/watch-first';
import type { SettingsAndAccess } from '../../messages/requests';
import { dateText } from '../../ui/format';
import { counted, text } from '../../ui/text';
import { SavedStatus } from './saved-status';
import type { Kept } from './store';

interface WatchChoiceProps {
  settings: Settings;
  view: Pick<SettingsAndAccess, 'today' | 'zone'>;
  onSave: (edit: SettingsEdit) => Promise<Kept>;
}

/** Whether sites are blocked from the first rock on, or only measured for some workdays before. */
export function WatchChoice({ settings, view: { today, zone }, onSave }: WatchChoiceProps) {
  const [outcome, setOutcome] = useState<Kept | null>(null);
  const { watchFrom } = settings;
  const isWatching = watchFrom !== null && today < watchEnd(watchFrom, settings);
  const choose = async (watchFrom: SettingsAndAccess['today'] | null) => {
    setOutcome(null);
    setOutcome(await onSave({ edit: 'set-watch', watchFrom }));
  };
  const option = (isChosen: boolean, choose: () => void) => ({
    type: 'radio' as const,
    name: 'watch',
    checked: isChosen,
    onChange: choose,
  });
  return (
    <fieldset class="watch">
      <legend class="legend">{text('welcome_watch')}</legend>
      <label class="check">
        <input {...option(!isWatching, () => void choose(null))} />
        <span>{text('welcome_block_now')}</span>
      </label>
      <label class="check">
        <input {...option(isWatching, () => void choose(today))} />
        <span>{counted('welcome_watch_first', WATCHED_DAYS)}</span>
      </label>
      <p class="hint">
        {isWatching && watchFrom
          ? text('welcome_watch_until', dateText(watchEnd(watchFrom, settings)))
          : text('welcome_watch_hint')}
      </p>
      <SavedStatus outcome={outcome} zone={zone} />
    </fieldset>
  );
}
