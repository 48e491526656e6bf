import type { SettingsEdit, SiteChoice } from '../../domain/edit-settings';
import { parsePattern } from '../../domain/pattern';
import { type Category, type CategoryId, type Settings, type Site, termsOf } from '../../domain/settings';
import { inChoices } from './many-sites';

/** What makes one thing what it was before a change of it: one edit after the other. */
export type Undo = readonly (SettingsEdit | SiteChoice)[];

/**
 * The edits that take one back. `before` are the settings as the person wanted them before it, with what waits; so taking
 * back a change that waits takes the place of it, and is no longer waited for.
 */
export function undoOf(edit: SettingsEdit, before: Settings): Undo {
  switch (edit.edit) {
    case 'add-site':
    case 'remove-site':
      return [siteUndone(edit.pattern, before)];
    case 'set-policy':
      return withCategory(edit.category, before, was => [
        { edit: 'set-policy', category: was.id, terms: termsOf(was) },
      ]);
    case 'set-category':
      return withCategory(edit.category, before, was => [lookOf('set-category', was)]);
    case 'add-category':
      return [{ edit: 'remove-category', category: edit.category }];
    case 'remove-category':
      return withCategory(edit.category, before, was => [
        lookOf('add-category', was),
        { edit: 'set-policy', category: was.id, terms: termsOf(was) },
      ]);
    case 'set-work-hours':
      return [{ edit: edit.edit, workHours: before.workHours }];
    case 'set-days-off':
      return [{ edit: edit.edit, daysOff: before.daysOff }];
    case 'set-day-start':
      return [{ edit: edit.edit, dayStart: before.dayStart }];
    case 'set-passes':
      return [{ edit: edit.edit, passesPerDay: before.passesPerDay }];
    case 'set-strict':
      return [{ edit: edit.edit, isStrict: before.isStrict }];
    case 'set-watch':
      return [{ edit: edit.edit, watchFrom: before.watchFrom }];
    case 'set-idle':
      return [{ edit: edit.edit, idleSeconds: before.idleSeconds }];
    case 'set-question':
      return [{ edit: edit.edit, question: before.question }];
    case 'set-other-questions':
      return [{ edit: edit.edit, questions: before.otherQuestions }];
    case 'set-themes':
      return [{ edit: edit.edit, themes: before.themes }];
    case 'set-reminders':
      return [{ edit: edit.edit, reminders: before.reminders }];
    case 'set-signs':
      return [{ edit: edit.edit, signs: before.signs }];
    case 'set-better-things':
      return [{ edit: edit.edit, betterThings: before.betterThings }];
    case 'set-retention':
      return [{ edit: edit.edit, keepMonths: before.keepMonths }];
    case 'set-guesses':
      return [{ edit: edit.edit, guesses: before.guesses }];
    case 'set-rate':
      return [{ edit: edit.edit, hourlyRate: before.hourlyRate }];
  }
}

/** The edits that take sites added at once from the list again, or move them back. */
export function undoOfAdding(added: readonly Site[], before: Settings): Undo {
  const edits = added.map(({ pattern }) => siteUndone(pattern, before));
  return inChoices({
    add: edits.filter(each => each.edit === 'add-site').map(({ edit: _, ...site }) => site),
    remove: edits.filter(each => each.edit === 'remove-site').map(({ pattern }) => pattern),
  });
}

function siteUndone(text: string, { sites }: Settings) {
  const parsed = parsePattern(text);
  const pattern = 'parts' in parsed ? parsed.parts.pattern : text;
  const was = sites.find(site => site.pattern === pattern);
  return was ? { edit: 'add-site' as const, ...was } : { edit: 'remove-site' as const, pattern };
}

function withCategory(id: CategoryId, { categories }: Settings, edits: (was: Category) => Undo): Undo {
  const was = categories.find(category => category.id === id);
  return was ? edits(was) : [];
}

const lookOf = <E extends 'add-category' | 'set-category'>(edit: E, { id, name, colour }: Category) => ({
  edit,
  category: id,
  name,
  colour,
});
