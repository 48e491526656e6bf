import { editSettings, type SettingsEdit, type SettingsFault, type SiteChoice } from './edit-settings';
import { parsePattern } from './pattern';
import { blockedCategories } from './standing';
import type { State } from './state';
import { isSameSettings, stricterOf } from './stricter';
import { type Duration, type Instant, instant, MINUTE, type Moment } from './time';

/** A change that loosens something and has to wait. */
export interface PendingEdit {
  id: string;
  edit: SettingsEdit;
  askedAt: Instant;
  takesEffectAt: Instant;
}

/** How long a change that loosens something waits while sites are blocked. */
export const COOLING: Duration = 10 * MINUTE;

type Edited = { state: State } | { fault: SettingsFault };

/**
 * Takes in a change of the settings. What tightens holds at once; what loosens waits while anything is blocked. A later
 * change of the same thing takes the place of one that waits. Of a choice of sites each may wait by itself.
 */
export function edited(state: State, edit: SettingsEdit | SiteChoice, id: string, moment: Moment): Edited {
  if (edit.edit !== 'choose-sites') return editedOnce(state, edit, id, moment);
  const listed = new Set<string>(state.settings.sites.map(({ pattern }) => pattern));
  const edits: SettingsEdit[] = [
    ...edit.remove
      .filter(pattern => listed.has(pattern))
      .map(pattern => ({ edit: 'remove-site' as const, pattern })),
    ...edit.add.map(site => ({ edit: 'add-site' as const, ...site })),
  ];
  return edits.reduce<Edited>(
    (sofar, each, index) =>
      'fault' in sofar ? sofar : editedOnce(sofar.state, each, `${id}/${index}`, moment),
    { state },
  );
}

function editedOnce(state: State, edit: SettingsEdit, id: string, moment: Moment): Edited {
  const result = editSettings(state.settings, edit);
  if ('fault' in result) return result;
  const subject = subjectOf(edit);
  const others = state.pending.filter(each => subjectOf(each.edit) !== subject);
  const isFree = blockedCategories(state, moment).size === 0;
  const strict = isFree ? result.settings : stricterOf(state.settings, result.settings);
  if (isSameSettings(strict, result.settings)) {
    return { state: { ...state, settings: result.settings, pending: others } };
  }
  const { at } = moment;
  const waiting = { id, edit, askedAt: at, takesEffectAt: instant(at + COOLING) };
  const settings = isSameSettings(strict, state.settings) ? state.settings : strict;
  return { state: { ...state, settings, pending: [...others, waiting] } };
}

/** Takes back a change that waits. */
export function withoutPending(state: State, id: string): State {
  const pending = state.pending.filter(each => each.id !== id);
  return pending.length === state.pending.length ? state : { ...state, pending };
}

/** With the changes made that have waited long enough. Where the clock was set back, the wait begins anew. */
export function withDueEdits(state: State, { at }: Moment): State {
  const isAhead = ({ askedAt }: PendingEdit) => at < askedAt;
  const redated = (each: PendingEdit): PendingEdit => ({
    ...each,
    askedAt: at,
    takesEffectAt: instant(at + COOLING),
  });
  const waiting = state.pending.some(isAhead)
    ? { ...state, pending: state.pending.map(each => (isAhead(each) ? redated(each) : each)) }
    : state;
  return withMade(
    waiting,
    waiting.pending.filter(({ takesEffectAt }) => takesEffectAt <= at),
  );
}

/** With all changes made that wait. */
export const withAllEdits = (state: State): State => withMade(state, state.pending);

/** One that is not possible any more is dropped. */
function withMade(state: State, due: readonly PendingEdit[]): State {
  if (due.length === 0) return state;
  const settings = due.reduce((sofar, { edit }) => {
    const result = editSettings(sofar, edit);
    return 'fault' in result ? sofar : result.settings;
  }, state.settings);
  return { ...state, settings, pending: state.pending.filter(each => !due.includes(each)) };
}

/** What a change is about. */
function subjectOf(edit: SettingsEdit): string {
  if (edit.edit === 'set-policy') return `policy ${edit.category}`;
  if (edit.edit !== 'add-site' && edit.edit !== 'remove-site') return edit.edit;
  const parsed = parsePattern(edit.pattern);
  return `site ${'parts' in parsed ? parsed.parts.pattern : edit.pattern}`;
}
