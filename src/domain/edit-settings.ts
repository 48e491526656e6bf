import type { Guesses } from './baseline';
import { type CategoryFault, editCategories } from './edit-categories';
import {
  MAX_BETTER_THING,
  MAX_BETTER_THINGS,
  MAX_OTHER_QUESTIONS,
  MAX_QUESTION,
  MAX_SITES,
  MAX_THEME,
} from './limits';
import { type PatternFault, parsePattern } from './pattern';
import { tidied } from './rock';
import type { CategoryId, Colour, PolicyTerms, Reminders, Settings, Signs, WorkHours } from './settings';
import type { DayKey } from './time';

/** One change a person makes to the settings. */
export type SettingsEdit =
  | { edit: 'add-site'; pattern: string; category: CategoryId }
  | { edit: 'remove-site'; pattern: string }
  | { edit: 'set-policy'; category: CategoryId; terms: PolicyTerms }
  | { edit: 'set-work-hours'; workHours: WorkHours }
  | { edit: 'set-days-off'; daysOff: readonly DayKey[] }
  | { edit: 'set-day-start'; dayStart: number }
  | { edit: 'set-passes'; passesPerDay: number }
  | { edit: 'set-strict'; isStrict: boolean }
  | { edit: 'set-watch'; watchFrom: DayKey | null }
  | { edit: 'add-category'; category: CategoryId; name: string; colour: Colour }
  | { edit: 'set-category'; category: CategoryId; name: string; colour: Colour }
  | { edit: 'remove-category'; category: CategoryId }
  | { edit: 'set-idle'; idleSeconds: number }
  | { edit: 'set-question'; question: string }
  | { edit: 'set-other-questions'; questions: readonly string[] }
  | { edit: 'set-themes'; themes: readonly string[] }
  | { edit: 'set-reminders'; reminders: Reminders }
  | { edit: 'set-signs'; signs: Signs }
  | { edit: 'set-better-things'; betterThings: readonly string[] }
  | { edit: 'set-retention'; keepMonths: Settings['keepMonths'] }
  | { edit: 'set-guesses'; guesses: Guesses }
  | { edit: 'set-rate'; hourlyRate: Settings['hourlyRate'] };

/** What was chosen of a list, at once: adding comes last, so that there is room. */
export interface SiteChoice {
  edit: 'choose-sites';
  add: readonly { pattern: string; category: CategoryId }[];
  remove: readonly string[];
}

export type SettingsFault =
  | PatternFault
  | CategoryFault
  | 'site-not-listed'
  | 'too-many-sites'
  | 'question-empty'
  | 'question-too-long'
  | 'too-many-questions'
  | 'theme-too-long'
  | 'too-many-things'
  | 'thing-too-long';

export type Edited = { settings: Settings } | { fault: SettingsFault };

export function editSettings(settings: Settings, edit: SettingsEdit): Edited {
  switch (edit.edit) {
    case 'add-site':
      return withSite(settings, edit.pattern, edit.category);
    case 'remove-site':
      return withoutSite(settings, edit.pattern);
    case 'set-policy':
      return withTerms(settings, edit.category, edit.terms);
    case 'set-work-hours':
      return { settings: { ...settings, workHours: edit.workHours } };
    case 'set-days-off':
      return { settings: { ...settings, daysOff: [...new Set(edit.daysOff)].sort() } };
    case 'set-day-start':
      return { settings: { ...settings, dayStart: edit.dayStart } };
    case 'set-passes':
      return { settings: { ...settings, passesPerDay: edit.passesPerDay } };
    case 'set-strict':
      return { settings: { ...settings, isStrict: edit.isStrict } };
    case 'set-watch':
      return { settings: { ...settings, watchFrom: edit.watchFrom } };
    case 'add-category':
    case 'set-category':
    case 'remove-category':
      return editCategories(settings, edit);
    case 'set-idle':
      return { settings: { ...settings, idleSeconds: edit.idleSeconds } };
    case 'set-question':
      return withQuestion(settings, edit.question.trim());
    case 'set-other-questions':
      return withOtherQuestions(settings, edit.questions);
    case 'set-themes':
      return withThemes(settings, edit.themes.map(tidied));
    case 'set-reminders':
      return { settings: { ...settings, reminders: edit.reminders } };
    case 'set-signs':
      return { settings: { ...settings, signs: edit.signs } };
    case 'set-better-things':
      return withBetterThings(settings, edit.betterThings);
    case 'set-retention':
      return { settings: { ...settings, keepMonths: edit.keepMonths } };
    case 'set-guesses':
      return { settings: { ...settings, guesses: edit.guesses } };
    case 'set-rate':
      return { settings: { ...settings, hourlyRate: edit.hourlyRate } };
  }
}

/** Adds a site; one that is listed already moves to the category. */
function withSite(settings: Settings, text: string, category: CategoryId): Edited {
  const parsed = parsePattern(text);
  if ('fault' in parsed) return parsed;
  if (!settings.categories.some(({ id }) => id === category)) return { fault: 'unknown-category' };
  const { pattern } = parsed.parts;
  const listed = settings.sites.findIndex(site => site.pattern === pattern);
  if (listed < 0 && settings.sites.length >= MAX_SITES) return { fault: 'too-many-sites' };
  const site = { pattern, category };
  const sites = listed < 0 ? [...settings.sites, site] : settings.sites.with(listed, site);
  return { settings: { ...settings, sites } };
}

function withoutSite(settings: Settings, pattern: string): Edited {
  const sites = settings.sites.filter(site => site.pattern !== pattern);
  if (sites.length === settings.sites.length) return { fault: 'site-not-listed' };
  return { settings: { ...settings, sites } };
}

function withTerms(settings: Settings, category: CategoryId, terms: PolicyTerms): Edited {
  if (!settings.categories.some(({ id }) => id === category)) return { fault: 'unknown-category' };
  const categories = settings.categories.map(each => (each.id === category ? { ...each, ...terms } : each));
  return { settings: { ...settings, categories } };
}

function withQuestion(settings: Settings, question: string): Edited {
  if (question === '') return { fault: 'question-empty' };
  return question.length > MAX_QUESTION
    ? { fault: 'question-too-long' }
    : { settings: { ...settings, question } };
}

function withOtherQuestions(settings: Settings, lines: readonly string[]): Edited {
  const otherQuestions = lines.map(tidied).filter(line => line !== '');
  if (otherQuestions.length > MAX_OTHER_QUESTIONS) return { fault: 'too-many-questions' };
  if (otherQuestions.some(line => line.length > MAX_QUESTION)) return { fault: 'question-too-long' };
  return { settings: { ...settings, otherQuestions } };
}

function withThemes(settings: Settings, themes: readonly string[]): Edited {
  if (themes.some(theme => theme.length > MAX_THEME)) return { fault: 'theme-too-long' };
  return { settings: { ...settings, themes } };
}

function withBetterThings(settings: Settings, lines: readonly string[]): Edited {
  const betterThings = lines.map(tidied).filter(line => line !== '');
  if (betterThings.length > MAX_BETTER_THINGS) return { fault: 'too-many-things' };
  if (betterThings.some(line => line.length > MAX_BETTER_THING)) return { fault: 'thing-too-long' };
  return { settings: { ...settings, betterThings } };
}
