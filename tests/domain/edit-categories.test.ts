import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { editSettings } from '../../src/domain/edit-settings';
import { type CategoryId, DEFAULT_SETTINGS, SOCIAL } from '../../src/domain/settings';
import { readSettings, settingsSchema } from '../../src/domain/settings-schema';

const NEWS = 'news' as CategoryId;
const added = (name: string, category = NEWS) =>
  editSettings(DEFAULT_SETTINGS, { edit: 'add-category', category, name, colour: 'fjord' });

const withNews = () => {
  const result = added(' News ');
  if ('fault' in result) throw new Error(result.fault);
  return result.settings;
};

describe('a category of one’s own', () => {
  it('is added at the end, and blocks until done', () => {
    const category = withNews().categories.at(-1);
    expect(category).toMatchObject({ id: 'news', name: 'News', colour: 'fjord', policy: 'block until done' });
  });

  it.each([
    ['no name', '  ', NEWS, 'category-name-empty'],
    ['a long name', 'n'.repeat(61), NEWS, 'category-name-too-long'],
    ['a name that another has', 'social', NEWS, 'category-name-taken'],
    ['an id that another has', 'Friends', SOCIAL, 'category-name-taken'],
  ])('is refused with %s', (_, name, id, fault) => {
    expect(added(name, id)).toEqual({ fault });
  });

  it('may be called and drawn otherwise, and keeps its terms', () => {
    const edit = { edit: 'set-category', category: SOCIAL, name: 'Feeds', colour: 'night' } as const;
    const result = editSettings(DEFAULT_SETTINGS, edit);
    expect(result).toMatchObject({
      settings: { categories: [{ id: 'social', name: 'Feeds', colour: 'night' }, {}, {}] },
    });
    expect(editSettings(DEFAULT_SETTINGS, { ...edit, category: NEWS })).toEqual({
      fault: 'unknown-category',
    });
    expect(editSettings(DEFAULT_SETTINGS, { ...edit, name: 'Email' })).toEqual({
      fault: 'category-name-taken',
    });
  });

  it('goes only when it is empty, and never the last one', () => {
    expect(editSettings(withNews(), { edit: 'remove-category', category: NEWS })).toEqual({
      settings: DEFAULT_SETTINGS,
    });
    expect(editSettings(DEFAULT_SETTINGS, { edit: 'remove-category', category: SOCIAL })).toEqual({
      fault: 'category-has-sites',
    });
    const alone = { ...DEFAULT_SETTINGS, sites: [], categories: DEFAULT_SETTINGS.categories.slice(0, 1) };
    expect(editSettings(alone, { edit: 'remove-category', category: SOCIAL })).toEqual({
      fault: 'last-category',
    });
  });
});

it('settings written before there were colours, themes and more questions are read', () => {
  const { otherQuestions: _, themes: _t, reminders: _r, ...older } = DEFAULT_SETTINGS;
  const categories = older.categories.map(({ colour: _c, ...category }) => category);
  expect(readSettings({ ...older, categories })).toEqual({ settings: DEFAULT_SETTINGS, dropped: [] });
  expect(v.parse(settingsSchema, { ...older, categories })).toEqual(DEFAULT_SETTINGS);
});

it.each([
  ['set-other-questions', { questions: Array(21).fill('Why?') }, 'too-many-questions'],
  ['set-other-questions', { questions: ['w'.repeat(201)] }, 'question-too-long'],
  ['set-themes', { themes: ['t'.repeat(61), '', '', '', '', '', ''] }, 'theme-too-long'],
])('%s refuses what is too much', (edit, args, fault) => {
  expect(editSettings(DEFAULT_SETTINGS, { edit, ...args } as never)).toEqual({ fault });
});
