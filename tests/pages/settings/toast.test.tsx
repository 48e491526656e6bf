// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import type { Pattern } from '../../../src/domain/pattern';
import { DEFAULT_SETTINGS, EMAIL } from '../../../src/domain/settings';
import { NEW_STATE } from '../../../src/domain/state';
import { createSettingsStore } from '../../../src/pages/settings/store';
import { settingsBackground } from '../../fakes/settings-background';
import { button, checkbox, pending, settle, spoken, textbox } from '../screen';
import { doing, enter, openSettings, within } from './settings-page';

const undo = () => doing(() => button('Undo').click());
const press = (key: string, target: Element = document.body) =>
  doing(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true })));
const strict = () => checkbox('Strict mode');
const guess = (category: string) =>
  [...document.querySelectorAll<HTMLInputElement>('.guess input')].find(
    each => each.closest('label')?.querySelector('bdi')?.textContent === category,
  ) as HTMLInputElement;

test('a guess that is taken back is gone from its field, and does not come back with the next', async () => {
  const { state } = await openSettings(NEW_STATE);
  await doing(() => enter(guess('Social'), '60'));
  expect(state().settings.guesses).toEqual({ social: 60 });
  await undo();
  expect(guess('Social').value).toBe('');
  await doing(() => enter(guess('Email'), '20'));
  expect(state().settings.guesses).toEqual({ email: 20 });
});

test('a guess that is wrong stays and is said to be, also when another is saved', async () => {
  const { state } = await openSettings(NEW_STATE);
  await doing(() => enter(guess('Social'), '2000'));
  await doing(() => enter(guess('Email'), '20'));
  expect(state().settings.guesses).toEqual({ email: 20 });
  expect(guess('Social').value).toBe('2000');
  expect(guess('Social').getAttribute('aria-invalid')).toBe('true');
  expect(spoken('alert')).toContain('1440');
});

test('a rate that is taken back is gone from its field, and its currency with it', async () => {
  const { state } = await openSettings(NEW_STATE);
  const currency = within<HTMLSelectElement>(document, 'Currency');
  await doing(() => enter(textbox('Hourly rate'), '50'));
  await doing(() => enter(currency, 'GBP'));
  expect(state().settings.hourlyRate).toEqual({ amount: 50, currency: 'GBP' });
  await undo();
  expect(currency.value).toBe('EUR');
  expect(state().settings.hourlyRate).toEqual({ amount: 50, currency: 'EUR' });
});

test('a name and a colour that are changed at once both stay', async () => {
  const { category } = await openSettings(NEW_STATE);
  const form = document.querySelector('.cats details') as HTMLElement;
  await act(async () => {
    enter(form.querySelector('input[type=text]') as HTMLInputElement, 'Feeds');
    within<HTMLInputElement>(form, 'Berry').click();
    await settle();
    await settle();
  });
  expect(category(0)).toMatchObject({ name: 'Feeds', colour: 'berry' });
});

test('the same said twice stands there anew, so that it is spoken again', async () => {
  await openSettings(NEW_STATE);
  await doing(() => strict().click());
  const first = document.querySelector('.toast [role=status] span');
  await doing(() => checkbox('All day, every day').click());
  const second = document.querySelector('.toast [role=status] span');
  expect([first?.textContent, second?.textContent]).toEqual(['Saved.', 'Saved.']);
  expect(second).not.toBe(first);
});

test('Ctrl+Z takes back what was done last, once, also when that is said no longer', async () => {
  vi.useFakeTimers();
  const { state } = await openSettings(NEW_STATE);
  await doing(() => strict().click());
  await act(async () => void (await vi.advanceTimersByTimeAsync(30_000)));
  expect(document.querySelector('.toast')).toBeNull();
  await press('z');
  expect(state().settings.isStrict).toBe(false);
  await press('z');
  expect(state().settings).toEqual(DEFAULT_SETTINGS);
  vi.useRealTimers();
});

test('Ctrl+Z in a field is for what is typed there', async () => {
  const { state } = await openSettings(NEW_STATE);
  await doing(() => strict().click());
  await press('z', textbox('Add a site'));
  expect(state().settings.isStrict).toBe(true);
});

test('an answer of the browser that comes late is about its own site', async () => {
  const asking = pending<boolean>();
  const { client } = settingsBackground(NEW_STATE, []);
  const store = createSettingsStore(client, asking.answer);
  await store.getState().read();
  await store.getState().addSite('new.example', EMAIL);
  await store.getState().save(() => ({ edit: 'set-strict', isStrict: true }));
  asking.resolve(false);
  await settle();
  expect(store.getState().notice).toMatchObject({
    said: 'added-without-access',
    undo: [{ edit: 'choose-sites', add: [], remove: ['new.example' as Pattern] }],
  });
});

test('a list of sites does not wait for the browser to say what was not understood', async () => {
  const { client } = settingsBackground(NEW_STATE, []);
  const store = createSettingsStore(client, () => new Promise(() => undefined));
  await store.getState().read();
  expect(await store.getState().addSites('new.example two@words', EMAIL)).toMatchObject({
    left: [{ line: 'two@words' }],
  });
  expect(await store.getState().addSites(' ', EMAIL)).toEqual({ fault: 'empty' });
});

test('what was typed while the site before was added is still there', async () => {
  await openSettings(NEW_STATE);
  const field = () => textbox('Add a site');
  await act(() => enter(field(), 'one.example'));
  await act(async () => {
    button('Add').click();
    enter(field(), 'two.exam');
    await settle();
  });
  expect(field().value).toBe('two.exam');
});
