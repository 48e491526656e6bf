// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { NEW_STATE } from '../../../src/domain/state';
import { BLOCKING } from '../../fakes/settings-background';
import { button, checkbox, show, spoken } from '../screen';
import { doing, enter, openSettings, policyOf, within } from './settings-page';

afterEach(() => show(null));

const TEN_MINUTES_ON = '11:34';
const waiting = () => [...document.querySelectorAll('.pending li p')].map(item => item.textContent);
const cancels = () => [...document.querySelectorAll<HTMLButtonElement>('.pending button')];
const choose = (category: string, policy: string) =>
  doing(() => within<HTMLInputElement>(policyOf(category), policy).click());
const chosen = (category: string) =>
  policyOf(category).querySelector(':checked')?.parentElement?.textContent?.trim();

test('while sites are blocked the page says what waits, and for how long', async () => {
  await openSettings(BLOCKING);
  const line = document.querySelector('main > p.intro');
  expect(line?.textContent).toContain('One that opens anything waits 10 min, or until your rock is done.');
  expect(line?.querySelector('time')?.dateTime).toBe('PT600S');
});

test('nothing is said of waiting while nothing is blocked', async () => {
  await openSettings(NEW_STATE);
  expect(document.querySelector('main > p.intro')).toBeNull();
  expect(document.querySelector('.pending')).toBeNull();
});

test('a site that is removed stays, and is said to wait', async () => {
  const { state } = await openSettings(BLOCKING);
  await doing(() => button('Remove facebook.com').click());
  expect(spoken('status')).toBe(`Takes effect at ${TEN_MINUTES_ON}, or when your rock is done.`);
  expect(waiting()).toEqual([`Remove facebook.com at ${TEN_MINUTES_ON}, or when your rock is done`]);
  expect(document.querySelector('.pending time')?.getAttribute('datetime')).toBe('2026-11-23T10:34:00.000Z');
  expect(button('Remove facebook.com').closest('li')?.textContent).toContain(`until ${TEN_MINUTES_ON}`);
  // Where it was, too.
  expect(state().settings).toEqual(BLOCKING.settings);
});

test('what waits can be cancelled, and the keyboard keeps a place', async () => {
  const { state } = await openSettings(BLOCKING);
  await doing(() => button('Remove facebook.com').click());
  await doing(() => button('Remove x.com').click());
  expect(cancels()).toHaveLength(2);
  await doing(() => cancels()[0]?.click());
  expect(waiting()).toEqual([`Remove x.com at ${TEN_MINUTES_ON}, or when your rock is done`]);
  expect(spoken('status')).toBe('Cancelled. It stays as it is.');
  expect(document.activeElement).toBe(cancels()[0]);
  await doing(() => cancels()[0]?.click());
  expect(state().pending).toEqual([]);
  expect(document.querySelector('.pending')).toBeNull();
  expect(document.activeElement?.textContent).toBe('Settings');
});

test('a softer policy waits, and the choice shows what holds now', async () => {
  await openSettings(BLOCKING);
  await choose('social', 'Only track');
  expect(chosen('social')).toBe('Block until done');
  expect(policyOf('social').textContent).toContain(`A change waits until ${TEN_MINUTES_ON}.`);
  expect(waiting()[0]).toContain('Social: only track');
  expect(spoken('status')).not.toContain('Saved');
});

test('a stricter policy holds at once', async () => {
  const { category } = await openSettings(BLOCKING);
  await choose('email', 'Block until done');
  expect(category(2).policy).toBe('block until done');
  expect(spoken('status')).toBe('Saved.');
  expect(document.querySelector('.pending')).toBeNull();
});

test('shorter hours wait, and the box stays ticked', async () => {
  await openSettings(BLOCKING);
  await doing(() => checkbox('All day, every day').click());
  expect(checkbox('All day, every day').checked).toBe(true);
  expect(waiting()[0]).toContain('Work hours');
});

test('what is changed next is added to what waits', async () => {
  const { state } = await openSettings({
    ...BLOCKING,
    settings: { ...NEW_STATE.settings },
  });
  await doing(() => checkbox('Work on Monday').click());
  await doing(() => checkbox('Work on Tuesday').click());
  expect(waiting()).toHaveLength(1);
  const [first] = state().pending as readonly { edit: unknown }[];
  expect(first?.edit).toMatchObject({
    workHours: { week: [[], [], [[540, 1020]], [[540, 1020]], [[540, 1020]], [], []] },
  });
});

test('more passes wait, fewer do not', async () => {
  const { state } = await openSettings(BLOCKING);
  const field = () => document.querySelector<HTMLInputElement>('#passes') as HTMLInputElement;
  await doing(() => enter(field(), '9'));
  expect(field().value).toBe('6');
  expect(waiting()[0]).toContain('Passes per day: 9');
  await doing(() => enter(field(), '3'));
  expect(state().settings.passesPerDay).toBe(3);
  expect(document.querySelector('.pending')).toBeNull();
});

test('a higher limit waits, and its length can be read by machines', async () => {
  const { category } = await openSettings(BLOCKING);
  await choose('email', 'Limit per day');
  const minutes = () => within<HTMLInputElement>(policyOf('email'), 'Minutes a day for Email');
  await doing(() => enter(minutes(), '45'));
  expect(minutes().value).toBe('30');
  expect(category(2).limitMinutes).toBe(30);
  expect(waiting()[0]).toContain('Email: 45 min a day');
  expect(document.querySelector('.pending time[datetime^=PT]')?.getAttribute('datetime')).toBe('PT2700S');
});
