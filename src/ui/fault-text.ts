import { type TextKey, text } from '../browser/text';
import {
  MAX_BETTER_THING,
  MAX_BETTER_THINGS,
  MAX_CATEGORIES,
  MAX_CATEGORY_NAME,
  MAX_OTHER_QUESTIONS,
  MAX_QUESTION,
  MAX_SITES,
  MAX_THEME,
} from '../domain/limits';
import { LONGEST_PURPOSE } from '../domain/pass';
import { LONGEST_NOTE, LONGEST_TITLE } from '../domain/rock';
import type { Fault } from '../messages/requests';

const KEYS: { [F in Fault]: TextKey } = {
  'title-empty': 'fault_title_empty',
  'title-too-long': 'fault_title_too_long',
  'note-too-long': 'fault_note_too_long',
  'rock-already-open': 'fault_rock_already_open',
  'no-open-rock': 'fault_no_open_rock',
  'no-rock-done-today': 'fault_no_rock_done_today',
  'nothing-to-pick-up': 'fault_nothing_to_pick_up',
  empty: 'fault_site_empty',
  'too-long': 'fault_site_too_long',
  'not-a-host': 'fault_not_a_host',
  'matches-everything': 'fault_matches_everything',
  'not-a-web-address': 'fault_not_a_web_address',
  'unknown-category': 'fault_unknown_category',
  'category-name-empty': 'fault_category_name_empty',
  'category-name-too-long': 'fault_category_name_too_long',
  'category-name-taken': 'fault_category_name_taken',
  'too-many-categories': 'fault_too_many_categories',
  'category-has-sites': 'fault_category_has_sites',
  'last-category': 'fault_last_category',
  'site-not-listed': 'fault_site_not_listed',
  'too-many-sites': 'fault_too_many_sites',
  'question-empty': 'fault_question_empty',
  'question-too-long': 'fault_question_too_long',
  'too-many-questions': 'fault_too_many_questions',
  'theme-too-long': 'fault_theme_too_long',
  'too-many-things': 'fault_too_many_things',
  'thing-too-long': 'fault_thing_too_long',
  'purpose-too-short': 'fault_purpose_too_short',
  'purpose-too-long': 'fault_purpose_too_long',
  'not-blocked': 'fault_not_blocked',
  'no-passes-left': 'fault_no_passes_left',
  'nothing-asked-for': 'fault_nothing_asked_for',
  'too-early': 'fault_too_early',
  'unknown-pass': 'fault_unknown_pass',
  'nothing-blocked': 'fault_nothing_blocked',
  'other-sentence': 'fault_other_sentence',
  'not-in-a-tab': 'fault_not_in_a_tab',
  malformed: 'fault_malformed',
  'not-a-day': 'fault_not_a_day',
  'not-a-period': 'fault_not_a_period',
  database: 'fault_database',
  'database-newer': 'fault_database_newer',
  'disk-full': 'fault_disk_full',
  'storage-refused': 'fault_storage_refused',
  'upgrade-unfinished': 'fault_upgrade_unfinished',
  unreachable: 'fault_unreachable',
  internal: 'fault_internal',
};

const LIMITS: Partial<Record<Fault, number>> = {
  'title-too-long': LONGEST_TITLE,
  'note-too-long': LONGEST_NOTE,
  'too-many-sites': MAX_SITES,
  'question-too-long': MAX_QUESTION,
  'too-many-questions': MAX_OTHER_QUESTIONS,
  'theme-too-long': MAX_THEME,
  'category-name-too-long': MAX_CATEGORY_NAME,
  'too-many-categories': MAX_CATEGORIES,
  'too-many-things': MAX_BETTER_THINGS,
  'thing-too-long': MAX_BETTER_THING,
  'purpose-too-long': LONGEST_PURPOSE,
};

/** What went wrong, as a sentence a person can act on. */
export function faultText(fault: Fault): string {
  const limit = LIMITS[fault];
  return limit === undefined ? text(KEYS[fault]) : text(KEYS[fault], limit);
}
