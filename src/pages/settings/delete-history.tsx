import { useRef, useState } from 'preact/hooks';
import type { Deletion } from '../../domain/deletion';
import { parsePattern } from '../../domain/pattern';
import type { Site } from '../../domain/settings';
import type { DayKey } from '../../domain/time';
import type { Fault } from '../../messages/requests';
import { DateTimeField } from '../../ui/date-time-field';
import { faultText } from '../../ui/fault-text';
import { dateText, spanText } from '../../ui/format';
import { type TextKey, text } from '../../ui/text';

export interface DeleteHistoryProps {
  sites: readonly Site[];
  today: DayKey;
  deleteHistory: (what: Deletion) => Promise<Fault | null>;
}

type Kind = Deletion['of'];

const KINDS: { [K in Kind]: TextKey } = {
  site: 'settings_delete_site',
  days: 'settings_delete_days',
  all: 'settings_delete_all',
};

/** Deletes one site, some days or all of the history, once it was said what that means. */
export function DeleteHistory({ sites, today, deleteHistory }: DeleteHistoryProps) {
  const [kind, setKind] = useState<Kind>('site');
  const [site, setSite] = useState('');
  const [days, setDays] = useState({ first: today, last: today });
  const [asked, ask] = useState<Deletion | null>(null);
  const [outcome, setOutcome] = useState<{ said: string; isFault: boolean } | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const safe = useRef<HTMLButtonElement>(null);

  const wanted = (): Deletion | { fault: Fault } => {
    if (kind === 'all') return { of: 'all' };
    if (kind === 'days')
      return days.first <= days.last
        ? { of: 'days', ...days }
        : { of: 'days', first: days.last, last: days.first };
    const parsed = parsePattern(site);
    return 'fault' in parsed ? parsed : { of: 'site', site: parsed.parts.pattern };
  };
  const begin = () => {
    const what = wanted();
    if ('fault' in what) return setOutcome({ said: faultText(what.fault), isFault: true });
    setOutcome(null);
    ask(what);
    dialog.current?.showModal();
    safe.current?.focus();
  };
  const finish = async (isSure: boolean) => {
    dialog.current?.close();
    if (!isSure || asked === null) return;
    const fault = await deleteHistory(asked);
    setOutcome(
      fault ? { said: faultText(fault), isFault: true } : { said: text('settings_deleted'), isFault: false },
    );
  };

  return (
    <fieldset class="delete-history">
      <legend class="legend">{text('settings_delete')}</legend>
      <div class="delete-what">
        <select
          class="input input-dense"
          aria-label={text('settings_delete_what')}
          value={kind}
          onChange={event => {
            setKind(event.currentTarget.value as Kind);
            setOutcome(null);
          }}
        >
          {(Object.keys(KINDS) as Kind[]).map(each => (
            <option key={each} value={each}>
              {text(KINDS[each])}
            </option>
          ))}
        </select>
        {kind === 'site' && (
          <>
            <input
              class="input input-dense"
              aria-label={text('settings_delete_which')}
              list="delete-sites"
              dir="ltr"
              value={site}
              onInput={event => setSite(event.currentTarget.value)}
            />
            <datalist id="delete-sites">
              {sites.map(({ pattern }) => (
                <option key={pattern} value={pattern} />
              ))}
            </datalist>
          </>
        )}
        {kind === 'days' &&
          (['first', 'last'] as const).map(end => (
            <DateTimeField
              key={end}
              class="input input-dense"
              type="date"
              max={today}
              aria-label={text(end === 'first' ? 'settings_delete_from' : 'settings_delete_to')}
              value={days[end]}
              onSettle={day => {
                if (day !== '') setDays({ ...days, [end]: day as DayKey });
              }}
            />
          ))}
        <button type="button" class="btn btn-secondary" onClick={begin}>
          {text('settings_delete_button')}
        </button>
      </div>
      <p class={outcome?.isFault ? 'error' : 'caption'} aria-live="polite">
        {outcome?.said}
      </p>
      <dialog class="dialog" ref={dialog} aria-labelledby="delete-heading">
        <h3 id="delete-heading">{asked && headingOf(asked)}</h3>
        <p>{text('settings_delete_means')}</p>
        <div class="actions">
          <button type="button" class="btn btn-secondary" onClick={() => void finish(true)}>
            {text('settings_delete_do')}
          </button>
          <button type="button" class="btn btn-primary" ref={safe} onClick={() => void finish(false)}>
            {text('settings_delete_keep')}
          </button>
        </div>
      </dialog>
    </fieldset>
  );
}

function headingOf(what: Deletion): string {
  if (what.of === 'all') return text('settings_delete_ask_all');
  if (what.of === 'site') return text('settings_delete_ask', what.site);
  const { first, last } = what;
  return text('settings_delete_ask', first === last ? dateText(first) : spanText(first, last));
}
