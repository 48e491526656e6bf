// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { NEW_STATE } from '../../../src/domain/state';
import type { DayKey } from '../../../src/domain/time';
import { dateText } from '../../../src/ui/format';
import { button, checkbox, show, spoken } from '../screen';
import { doing, enter, openSettings, policyOf, within } from './settings-page';

afterEach(() => show(null));

const email = <E extends HTMLElement = HTMLInputElement>(label: string) =>
  within<E>(policyOf('email'), label);
const field = <E extends HTMLElement = HTMLInputElement>(id: string) => document.getElementById(id) as E;

async function withPolicy(policy: string) {
  const page = await openSettings(NEW_STATE);
  await doing(() => email(policy).click());
  return page;
}

test('windows are shown with their policy, changed, added and taken away', async () => {
  const { category } = await withPolicy('Only in windows');
  expect(category(2)).toMatchObject({
    policy: 'only in windows',
    windows: [
      [540, 560],
      [780, 800],
      [990, 1010],
    ],
  });
  await doing(() => enter(email('Email, window 1, to'), '09:30'));
  await doing(() => email('Remove 13:00 to 13:20 from Email').click());
  await doing(() => email('Add a window to Email').click());
  expect(category(2).windows).toEqual([
    [540, 570],
    [990, 1010],
    [1010, 1030],
  ]);
  expect(document.activeElement).toBe(email('Add a window to Email'));
});

test('all windows can go', async () => {
  const { category } = await withPolicy('Only in windows');
  for (const times of ['09:00 to 09:20', '13:00 to 13:20', '16:30 to 16:50'])
    await doing(() => email(`Remove ${times} from Email`).click());
  expect(category(2).windows).toEqual([]);
  expect(policyOf('email').textContent).toContain('No windows yet, so its sites stay blocked.');
  await doing(() => email('Add a window to Email').click());
  expect(category(2).windows).toEqual([[540, 560]]);
});

test('windows that overlap are refused in words and not saved', async () => {
  const { category } = await withPolicy('Only in windows');
  await doing(() => enter(email('Email, window 2, from'), '09:10'));
  expect(policyOf('email').textContent).toContain('These windows overlap. Change one or remove it.');
  expect(email('Email, window 2, from').getAttribute('aria-invalid')).toBe('true');
  expect(category(2).windows).toHaveLength(3);
});

test.each(['', '0', '1441', '2.5'])('a limit of "%s" is refused in words and not saved', async typed => {
  const { category } = await withPolicy('Limit per day');
  await doing(() => enter(email('Minutes a day for Email'), typed));
  expect(policyOf('email').textContent).toContain('Write a whole number from 1 to 1440.');
  expect(email('Minutes a day for Email').getAttribute('aria-invalid')).toBe('true');
  expect(category(2).limitMinutes).toBe(30);
});

test('what belongs to a policy is shown with it alone', async () => {
  await openSettings(NEW_STATE);
  const labels = () =>
    [...policyOf('email').querySelectorAll('.terms label')].map(label => label.textContent);
  expect(labels()).toEqual([]);
  await doing(() => email('Block until done').click());
  expect(labels()).toEqual(['Also inside other pages']);
  await doing(() => email('Limit per day').click());
  expect(labels()).toEqual(['Ends when the rock is done', 'Also inside other pages']);
});

test('each term is saved at once, with all the others', async () => {
  const { category } = await withPolicy('Limit per day');
  await doing(() => enter(email('Minutes a day for Email'), '45'));
  await doing(() => email('Ends when the rock is done').click());
  await doing(() => email('Also inside other pages').click());
  await doing(() => enter(email('Minutes before a nudge, Email'), '20'));
  expect(category(2)).toMatchObject({
    policy: 'limit per day',
    limitMinutes: 45,
    endsWhenDone: false,
    insidePages: true,
    nudgeMinutes: 20,
  });
});

test('a nudge can be off, and comes back with its minutes', async () => {
  const { category } = await openSettings(NEW_STATE);
  await doing(() => enter(email('Minutes before a nudge, Email'), '25'));
  await doing(() => email('Nudge after 25 minutes in one go').click());
  expect(category(2).nudgeMinutes).toBeNull();
  expect(email('Minutes before a nudge, Email').disabled).toBe(true);
  await doing(() => email('Nudge after 25 minutes in one go').click());
  expect(category(2).nudgeMinutes).toBe(25);
});

test('two changes in one breath are both kept', async () => {
  const { state, category } = await openSettings(NEW_STATE);
  await doing(() => {
    checkbox('Work on Monday').click();
    checkbox('Work on Tuesday').click();
    checkbox('Work on Sunday').click();
    within<HTMLInputElement>(policyOf('social'), 'Also inside other pages').click();
    enter(within(policyOf('social'), 'Minutes before a nudge, Social'), '30');
  });
  await doing(() => undefined);
  expect(state().settings.workHours.week.map(ranges => ranges.length)).toEqual([0, 0, 1, 1, 1, 0, 1]);
  expect(category(0)).toMatchObject({ insidePages: true, nudgeMinutes: 30 });
});

test('strict mode has no passes, and says what it means', async () => {
  const { state } = await openSettings(NEW_STATE);
  const note = field('strict-note');
  expect(note.textContent).toBe('There are no passes, and putting the rock aside waits 2 min.');
  expect(note.querySelector('time')?.dateTime).toBe('PT120S');
  await doing(() => checkbox('Strict mode').click());
  expect(state().settings.isStrict).toBe(true);
  expect(field('passes')).toHaveProperty('disabled', true);
});

test('better things are kept line by line', async () => {
  const { state } = await openSettings(NEW_STATE);
  await doing(() =>
    enter(field<HTMLTextAreaElement>('better-things'), ' Call Dana at Acme +1 555 0100 \n\nWalk'),
  );
  expect(state().settings.betterThings).toEqual(['Call Dana at Acme +1 555 0100', 'Walk']);
  expect(field<HTMLTextAreaElement>('better-things').value).toBe('Call Dana at Acme +1 555 0100\nWalk');
  await doing(() => enter(field<HTMLTextAreaElement>('better-things'), 'x'.repeat(121)));
  expect(field('better-things-fault').textContent).toContain('too long');
});

test('days off are added, shown from today on, and taken away', async () => {
  const past = '2026-11-20' as DayKey;
  const { state } = await openSettings({
    ...NEW_STATE,
    settings: { ...NEW_STATE.settings, daysOff: [past] },
  });
  expect(document.body.textContent).toContain('No days off ahead.');
  const add = async (day: string) => {
    await doing(() => enter(field('day-off'), day));
    await doing(() => field('day-off').closest('form')?.requestSubmit());
  };
  await add('2026-11-20');
  expect(field('day-off-fault').textContent).toBe('That day is past. Choose today or a later one.');
  await add('2026-12-24');
  expect(state().settings.daysOff).toEqual([past, '2026-12-24']);
  expect(field<HTMLInputElement>('day-off').value).toBe('');
  await doing(() => button(`Remove ${dateText('2026-12-24' as DayKey)}`).click());
  expect(state().settings.daysOff).toEqual([past]);
});

test('a day can start later', async () => {
  const { state } = await openSettings(NEW_STATE);
  const select = field<HTMLSelectElement>('day-start');
  expect([...select.options].map(option => option.text)).toEqual([
    '00:00',
    '01:00',
    '02:00',
    '03:00',
    '04:00',
    '05:00',
    '06:00',
  ]);
  await doing(() => enter(select, '4'));
  expect(state().settings.dayStart).toBe(4);
});

test('the browser is asked for notifications in the turn of the click, and the answer shown', async () => {
  const allow = vi.fn(async () => true);
  const stop = vi.fn(async () => false);
  await openSettings(NEW_STATE, { areAllowed: async () => false, allow, stop });
  button('Allow notifications').click();
  expect(allow).toHaveBeenCalledOnce();
  await doing(() => undefined);
  await doing(() => button('Turn off notifications').click());
  expect(stop).toHaveBeenCalledOnce();
  expect(button('Allow notifications')).toBeTruthy();
  expect(spoken('alert').trim()).toBe('');
});
