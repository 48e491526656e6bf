import { describe, expect, test } from 'vitest';
import { edited } from '../../../src/domain/cooling';
import type { SettingsEdit, SiteChoice } from '../../../src/domain/edit-settings';
import type { Pattern } from '../../../src/domain/pattern';
import {
  type CategoryId,
  DEFAULT_SETTINGS,
  EMAIL,
  PLAIN_TERMS,
  type Settings,
  SOCIAL,
} from '../../../src/domain/settings';
import type { State } from '../../../src/domain/state';
import { inChoices } from '../../../src/pages/settings/many-sites';
import { undoOf, undoOfAdding } from '../../../src/pages/settings/undo';
import { at, day } from '../../fixtures/moment';
import { openRock, stateWith } from '../../fixtures/state';

const MONDAY = at('2026-11-23T10:00');
const CLIENTS = 'clients' as CategoryId;

/** With a category that is empty, so that it may go. */
const SETTINGS = applied(DEFAULT_SETTINGS, [
  { edit: 'add-category', category: CLIENTS, name: 'Clients', colour: 'fjord' },
  {
    edit: 'set-policy',
    category: CLIENTS,
    terms: { ...PLAIN_TERMS, policy: 'limit per day', limitMinutes: 7 },
  },
]);

const EDITS: SettingsEdit[] = [
  { edit: 'add-site', pattern: 'https://www.Example.com/news?x', category: SOCIAL },
  { edit: 'add-site', pattern: 'reddit.com', category: EMAIL },
  { edit: 'remove-site', pattern: 'reddit.com' },
  { edit: 'set-policy', category: EMAIL, terms: { ...PLAIN_TERMS, policy: 'only in windows' } },
  { edit: 'set-work-hours', workHours: { ...DEFAULT_SETTINGS.workHours, always: true } },
  { edit: 'set-days-off', daysOff: [day('2026-12-24')] },
  { edit: 'set-day-start', dayStart: 4 },
  { edit: 'set-passes', passesPerDay: 2 },
  { edit: 'set-strict', isStrict: true },
  { edit: 'set-watch', watchFrom: day('2026-11-23') },
  { edit: 'add-category', category: 'news' as CategoryId, name: 'News', colour: 'berry' },
  { edit: 'set-category', category: SOCIAL, name: 'Feeds', colour: 'night' },
  { edit: 'remove-category', category: CLIENTS },
  { edit: 'set-idle', idleSeconds: 120 },
  { edit: 'set-question', question: 'Does it help?' },
  { edit: 'set-other-questions', questions: ['Is it the rock?'] },
  { edit: 'set-themes', themes: ['Dental clinics', '', '', '', '', '', ''] },
  { edit: 'set-reminders', reminders: { start: false, evening: true } },
  { edit: 'set-signs', signs: { menu: false, badge: true } },
  { edit: 'set-better-things', betterThings: ['Call Dana at Acme'] },
  { edit: 'set-retention', keepMonths: null },
  { edit: 'set-guesses', guesses: { [SOCIAL]: 40 } },
  { edit: 'set-rate', hourlyRate: { amount: 60, currency: 'EUR' } },
];

describe('undone', () => {
  test.each(EDITS)('$edit', edit => {
    const after = applied(SETTINGS, [edit]);
    expect(inOrder(after)).not.toEqual(inOrder(SETTINGS));
    expect(inOrder(applied(after, undoOf(edit, SETTINGS)))).toEqual(inOrder(SETTINGS));
  });

  test('many sites at once, in as many requests as it takes', () => {
    const added = Array.from({ length: 1005 }, (_, i) => ({
      pattern: `site-${i}.example` as Pattern,
      category: EMAIL,
    }));
    const edits = [{ pattern: 'reddit.com' as Pattern, category: EMAIL }, ...added];
    const after = applied(SETTINGS, inChoices({ add: edits, remove: [] }));
    const undo = undoOfAdding(edits, SETTINGS);
    expect(undo).toHaveLength(2);
    expect(inOrder(applied(after, undo))).toEqual(inOrder(SETTINGS));
  });

  test('while sites are blocked, what waits is no longer waited for', () => {
    const state = stateWith({ rock: openRock() });
    const softer: SettingsEdit = { edit: 'set-strict', isStrict: false };
    const strict = { ...state, settings: { ...state.settings, isStrict: true } };
    const waiting = made(strict, [softer]);
    expect(waiting.pending).toHaveLength(1);
    expect(made(waiting, undoOf(softer, strict.settings))).toEqual(strict);
  });
});

function made(state: State, edits: readonly (SettingsEdit | SiteChoice)[]): State {
  return edits.reduce((sofar, edit) => {
    const result = edited(sofar, edit, 'id', MONDAY);
    if ('fault' in result) throw new Error(result.fault);
    return result.state;
  }, state);
}

/** Nothing is blocked before the first rock, so nothing waits. */
function applied(settings: Settings, edits: readonly (SettingsEdit | SiteChoice)[]): Settings {
  return made(stateWith({ settings }), edits).settings;
}

/** What is put back is the last of its list. */
const inOrder = (settings: Settings): Settings => ({
  ...settings,
  sites: settings.sites.toSorted((one, other) => one.pattern.localeCompare(other.pattern)),
});
