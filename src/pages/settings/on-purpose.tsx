import { asideWait } from '../../domain/aside';
import { MAX_PASSES } from '../../domain/limits';
import type { SettingsAndAccess } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { PendingNote } from './pending-note';
import { useSaveFault } from './save-fault';
import type { Save } from './store';
import { useNumber } from './use-number';

export interface OnPurposeProps {
  view: SettingsAndAccess;
  save: Save;
}

/** How often one may go to a blocked site on purpose. */
export function OnPurpose({ view, save }: OnPurposeProps) {
  return (
    <fieldset class="subject" aria-labelledby="on-purpose">
      <h3 id="on-purpose">{text('settings_purpose')}</h3>
      <PassesField view={view} save={save} />
      <StrictField view={view} save={save} />
    </fieldset>
  );
}

function PassesField({ view, save }: OnPurposeProps) {
  const { passesPerDay, isStrict } = view.settings;
  const { input, faultId, error } = useNumber({
    id: 'passes',
    stored: passesPerDay,
    least: 0,
    most: MAX_PASSES,
    save: passes => save(() => ({ edit: 'set-passes', passesPerDay: passes })),
  });
  return (
    <div class="field">
      <label for="passes">{text('settings_passes')}</label>
      <input {...input} disabled={isStrict} aria-describedby={`passes-note ${faultId}`} />
      <p class="caption" id="passes-note">
        {text('settings_passes_note')}
      </p>
      <PendingNote view={view} isAbout={({ edit }) => edit === 'set-passes'} />
      <p class="error" id={faultId} role="alert">
        {error}
      </p>
    </div>
  );
}

function StrictField({ view, save }: OnPurposeProps) {
  const { error, saving } = useSaveFault(save);
  const wait = asideWait({ ...view.settings, isStrict: true });
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          checked={view.settings.isStrict}
          aria-describedby="strict-note"
          onChange={event => {
            const isStrict = event.currentTarget.checked;
            void saving(() => ({ edit: 'set-strict', isStrict }));
          }}
        />
        <span>{text('settings_strict')}</span>
      </label>
      <p class="caption" id="strict-note">
        <TextWith of="settings_strict_note" parts={[<DurationText key="wait" of={wait} />]} />
      </p>
      <PendingNote view={view} isAbout={({ edit }) => edit === 'set-strict'} />
      <p class="error" role="alert">
        {error}
      </p>
    </div>
  );
}
