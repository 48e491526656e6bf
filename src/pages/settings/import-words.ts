import type { ImportReason } from '../../domain/import-fault';
import type { ImportSummary } from '../../domain/merge';
import { counted, language, type TextKey, text } from '../../ui/text';
import type { Refusal } from './use-import';

export const REFUSAL_TEXTS: { [B in Exclude<Refusal['because'], 'wrong'>]: TextKey } = {
  'not-json': 'settings_import_not_json',
  'not-ours': 'settings_import_not_ours',
  'later-version': 'settings_import_later',
  'too-large': 'settings_import_too_large',
  unreadable: 'settings_import_unreadable',
};

export const REASON_TEXTS: { [R in ImportReason]: TextKey } = {
  missing: 'settings_import_missing',
  'not-known': 'settings_import_not_known',
  'wrong-kind': 'settings_import_wrong_kind',
  'out-of-bounds': 'settings_import_out_of_bounds',
  'not-an-instant': 'settings_import_not_an_instant',
  'not-a-zone': 'settings_import_not_a_zone',
  'not-a-day': 'settings_import_not_a_day',
  'not-a-pattern': 'settings_import_not_a_pattern',
  'no-such-category': 'settings_import_no_such_category',
  'ends-before-it-starts': 'settings_import_ends_before_it_starts',
  'longer-than-a-day': 'settings_import_longer_than_a_day',
  'against-its-status': 'settings_import_against_its_status',
  'there-twice': 'settings_import_there_twice',
  'too-many': 'settings_import_too_many',
};

/** What an import would bring, in a few sentences: only of what there is any. */
export const previewText = (summary: ImportSummary): string =>
  [text('settings_import_would'), summaryText(summary)].join(' ');

/** What an import did, in a few sentences: only of what there is any. */
export function summaryText({
  visits,
  rocks,
  passes,
  notes,
  sites,
  days,
  settings,
  heldBack,
}: ImportSummary): string {
  const added = [
    visits.added > 0 && counted('settings_import_visits', visits.added),
    rocks.added > 0 && counted('settings_import_rocks', rocks.added),
    passes.added > 0 && counted('settings_import_passes', passes.added),
    sites.added > 0 && counted('settings_import_sites', sites.added),
    notes.added > 0 && counted('settings_import_notes', notes.added),
  ].filter(words => words !== false);
  const changes = [
    added.length > 0 && text('settings_import_added', new Intl.ListFormat(language()).format(added)),
    visits.extended > 0 && counted('settings_import_extended', visits.extended),
    rocks.changed > 0 && counted('settings_import_changed', rocks.changed),
    days > 0 && counted('settings_import_days', days),
    settings && text('settings_import_settings'),
    heldBack > 0 && counted('settings_import_held', heldBack),
  ].filter(words => words !== false);
  if (changes.length === 0) return text('settings_import_nothing');
  const known = visits.known > 0 ? [counted('settings_import_known', visits.known)] : [];
  return [...changes, ...known].join(' ');
}
