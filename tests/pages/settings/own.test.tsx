// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import { NEW_STATE } from '../../../src/domain/state';
import { aSettingsView } from '../../fakes/client';
import { button, checkbox, region, settle, show, spoken, textbox } from '../screen';
import { doing, enter, openSettings, policyOf } from './settings-page';

afterEach(() => {
  show(null);
  location.hash = '';
});

const text = () => document.body.textContent ?? '';
const sites = () => region('Sites');

describe('many sites at once', () => {
  test('are added together; what is not understood stays, with the reason', async () => {
    const { client } = await openSettings(NEW_STATE);
    await doing(() =>
      enter(textbox('Sites, one a line'), 'news.example, https://www.blog.example/fun\n*\nnot a site!'),
    );
    await doing(() => button('Add all').click());
    const [edit] = client.asked.flatMap(each => (each.request === 'editSettings' ? [each.args] : []));
    expect(edit).toEqual({
      edit: 'choose-sites',
      add: ['news.example', 'blog.example/fun'].map(pattern => ({ pattern, category: 'social' })),
      remove: [],
    });
    expect(textbox('Sites, one a line').value.split('\n')).toContain('*');
    expect(spoken('status')).toBe('2 sites added');
    expect(sites().textContent).toContain('*: That would match every site');
    await doing(() => button('Undo').click());
    expect(spoken('status')).toBe('As it was before.');
    expect(sites().textContent).not.toContain('news.example');
  });

  test('none that is understood changes nothing, and says why', async () => {
    const { client } = await openSettings(NEW_STATE);
    await doing(() => enter(textbox('Sites, one a line'), '*'));
    await doing(() => button('Add all').click());
    expect(client.asked.filter(({ request }) => request === 'editSettings')).toEqual([]);
    expect(sites().textContent).toContain('*: That would match every site');
  });
});

test('the address of the page may ask for a site', async () => {
  location.hash = `#add=${encodeURIComponent('+news.example/work')}`;
  await openSettings(NEW_STATE);
  expect(textbox('Add a site').value).toBe('+news.example/work');
  expect(document.activeElement).toBe(textbox('Add a site'));
});

describe('categories', () => {
  test('one is added in a colour that no other has, renamed, drawn otherwise and removed', async () => {
    const background = await openSettings(NEW_STATE);
    await doing(() => enter(textbox('A category of your own'), 'News'));
    await doing(() => button('Add category').click());
    expect(background.category(3)).toMatchObject({ name: 'News', colour: 'flint' });
    expect(policyOf(background.category(3).id).textContent).toContain('News');

    const card = [...sites().querySelectorAll('article')].at(-1);
    const name = card?.querySelector('input[type=text]') as HTMLInputElement;
    await doing(() => enter(name, 'Papers'));
    await doing(() => card?.querySelectorAll<HTMLInputElement>('input[type=radio]')[6]?.click());
    expect(background.category(3)).toMatchObject({ name: 'Papers', colour: 'night' });

    await doing(() => enter(name, 'Social'));
    expect(card?.textContent).toContain('There is a category of that name already.');
    expect(background.category(3).name).toBe('Papers');

    await doing(() => button('Remove this category').click());
    expect(background.state().settings.categories).toHaveLength(3);
  });
});

test('questions, themes, the limit of idleness: each is saved at once, or refused in words', async () => {
  const { state } = await openSettings(NEW_STATE);
  await doing(() => enter(textbox('More questions, one a line'), 'Who pays for this?\n\nIs it the rock?'));
  expect(state().settings.otherQuestions).toEqual(['Who pays for this?', 'Is it the rock?']);
  await doing(() => enter(textbox('Tuesday'), 'Dental clinics'));
  await doing(() => enter(textbox('Friday'), 'x'.repeat(61)));
  expect(state().settings.themes).toEqual(['', 'Dental clinics', '', '', '', '', '']);
  expect(text()).toContain('That is too long. Keep it to 60 characters.');
  const idle = textbox('Away after so many seconds without mouse or keyboard');
  await doing(() => enter(idle, '120'));
  await doing(() => enter(idle, '5'));
  expect(state().settings.idleSeconds).toBe(120);
});

test('of what one is reminded is chosen where notifications are allowed', async () => {
  const allowed = { areAllowed: async () => true, allow: async () => true, stop: async () => false };
  const { state } = await openSettings(NEW_STATE, allowed);
  const box = [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].find(each =>
    each.closest('label')?.textContent?.startsWith('When work begins'),
  );
  await doing(() => box?.click());
  expect(state().settings.reminders).toEqual({ start: false, evening: true });
});

test('what is to be seen outside the pages is switched off and on again', async () => {
  const { state } = await openSettings(NEW_STATE);
  const menu = () => checkbox('Items in the menu of the right mouse button');
  await doing(() => menu().click());
  await doing(() => checkbox('Minutes of a pass, and nudges, on the toolbar icon').click());
  expect(state().settings.signs).toEqual({ menu: false, badge: false });
  await doing(() => menu().click());
  expect(state().settings.signs).toEqual({ menu: true, badge: false });
});

describe('the file of another product', () => {
  const chosen = async (name: string) => {
    const file = new File([readFileSync(`tests/fixtures/foreign/${name}`)], name);
    const input = textbox('File to import');
    Object.defineProperty(input, 'files', { configurable: true, value: [file] });
    await doing(() => input.dispatchEvent(new Event('change', { bubbles: true })));
    await vi.waitFor(() => button('Import it'), { timeout: 20_000 });
  };

  test('LeechBlock: its sites, hours and limit, as far as they are wanted', async () => {
    const { state } = await openSettings({ ...NEW_STATE, settings: { ...DEFAULT_SETTINGS, sites: [] } });
    await chosen('leechblock.txt');
    expect(region('Data').textContent).toContain('From LeechBlock NG');
    expect(region('Data').textContent).toMatch(/\d+ lines cannot be taken over/);
    await doing(() => button('Import it').click());
    await act(settle);
    expect(state().settings.sites.length).toBeGreaterThan(2);
    expect(state().settings.workHours).not.toEqual(DEFAULT_SETTINGS.workHours);
  });

  test('a history: only what is listed, through the same import as our own', async () => {
    const { client } = await openSettings(NEW_STATE);
    await chosen('web-activity-time-tracker.csv');
    expect(region('Data').textContent).toContain('From Web Activity Time Tracker');
    await doing(() => button('Import it').click());
    await act(settle);
    const [sent] = client.asked.filter(({ request }) => request === 'importHistory');
    expect(sent?.args).toMatchObject({ preview: false, file: { format: 'big-rock', visits: [] } });
  });

  test('left alone, it changes nothing', async () => {
    const { client } = await openSettings(NEW_STATE);
    await chosen('plain-list.txt');
    await doing(() => button('Leave it').click());
    expect(client.asked.some(({ request }) => request === 'editSettings')).toBe(false);
    expect(aSettingsView().settings).toEqual(DEFAULT_SETTINGS);
  });
});
