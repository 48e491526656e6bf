import { MAX_QUESTION, MAX_SITES } from './limits';
import { type Pattern, type PatternFault, parsePattern } from './pattern';
import type { CategoryId, Policy, Settings, WorkHours } from './settings';

/** One change a person makes to the settings. */
export type SettingsEdit =
  | { edit: 'add-site'; pattern: string; category: CategoryId }
  | { edit: 'remove-site'; pattern: string }
  | {
      edit: 'choose-sites';
      add: readonly { pattern: string; category: CategoryId }[];
      remove: readonly string[];
    }
  | { edit: 'set-policy'; category: CategoryId; policy: Policy }
  | { edit: 'set-work-hours'; workHours: WorkHours }
  | { edit: 'set-question'; question: string }
  | { edit: 'set-retention'; keepMonths: Settings['keepMonths'] };

export type SettingsFault =
  | PatternFault
  | 'unknown-category'
  | 'site-not-listed'
  | 'too-many-sites'
  | 'question-empty'
  | 'question-too-long';

type Edited = { settings: Settings } | { fault: SettingsFault };

export function editSettings(settings: Settings, edit: SettingsEdit): Edited {
  switch (edit.edit) {
    case 'add-site':
      return withSite(settings, edit.pattern, edit.category);
    case 'remove-site':
      return withoutSite(settings, edit.pattern);
    case 'choose-sites':
      return withChosen(settings, edit.add, edit.remove);
    case 'set-policy':
      return withPolicy(settings, edit.category, edit.policy);
    case 'set-work-hours':
      return { settings: { ...settings, workHours: edit.workHours } };
    case 'set-question':
      return withQuestion(settings, edit.question.trim());
    case 'set-retention':
      return { settings: { ...settings, keepMonths: edit.keepMonths } };
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

function withChosen(
  settings: Settings,
  add: readonly { pattern: string; category: CategoryId }[],
  remove: readonly string[],
): Edited {
  const gone = new Set(remove);
  const kept = { ...settings, sites: settings.sites.filter(site => !gone.has(site.pattern as Pattern)) };
  return add.reduce<Edited>(
    (edited, site) => ('fault' in edited ? edited : withSite(edited.settings, site.pattern, site.category)),
    { settings: kept },
  );
}

function withPolicy(settings: Settings, category: CategoryId, policy: Policy): Edited {
  if (!settings.categories.some(({ id }) => id === category)) return { fault: 'unknown-category' };
  const categories = settings.categories.map(each => (each.id === category ? { ...each, policy } : each));
  return { settings: { ...settings, categories } };
}

function withQuestion(settings: Settings, question: string): Edited {
  if (question === '') return { fault: 'question-empty' };
  return question.length > MAX_QUESTION
    ? { fault: 'question-too-long' }
    : { settings: { ...settings, question } };
}
