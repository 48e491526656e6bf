import type { Settings } from '../../domain/settings';
import { weekdayText } from '../../ui/format';
import { text } from '../../ui/text';
import { useDraft } from '../../ui/use-draft';
import type { Save } from './store';

interface ThemeFieldsProps {
  themes: Settings['themes'];
  save: Save;
}

/** What each weekday is about: a short text a day. */
export function ThemeFields({ themes, save }: ThemeFieldsProps) {
  return (
    <fieldset class="subject" aria-labelledby="themes" aria-describedby="themes-note">
      <h3 id="themes">{text('settings_themes')}</h3>
      <p class="caption" id="themes-note">
        {text('settings_themes_note')}
      </p>
      <div class="themes">
        {themes.map((theme, day) => (
          <ThemeField key={day} day={day} theme={theme} save={save} />
        ))}
      </div>
    </fieldset>
  );
}

function ThemeField({ day, theme, save }: { day: number; theme: string; save: Save }) {
  const { typed, refusal, type, settle } = useDraft<string, string>({
    stored: theme,
    read: value => ({ value }),
    save: value => save(({ themes }) => ({ edit: 'set-themes', themes: themes.with(day, value) })),
  });
  const id = `theme-${day}`;
  return (
    <div class="field theme">
      <label for={id}>{weekdayText(day + 1)}</label>
      <input
        class="input input-dense"
        id={id}
        type="text"
        dir="auto"
        autocomplete="off"
        value={typed}
        aria-invalid={refusal !== null}
        aria-describedby={`${id}-fault`}
        onInput={event => void type(event.currentTarget.value)}
        onChange={event => void settle(event.currentTarget.value)}
      />
      <p class="error" id={`${id}-fault`} role="alert">
        {refusal?.why}
      </p>
    </div>
  );
}
