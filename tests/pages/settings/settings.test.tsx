// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { editSettings } from '../../../src/domain/edit-settings';
import { sitesWithoutAccess } from '../../../src/domain/origin';
import type { Pattern } from '../../../src/domain/pattern';
import { type CategoryId, DEFAULT_SETTINGS, type Settings as Stored } from '../../../src/domain/settings';
import { faultOf, RequestError } from '../../../src/messages/request-error';
import { Settings } from '../../../src/pages/settings/settings';
import { createSettingsStore } from '../../../src/pages/settings/store';
import { aSettingsView, fakeClient, noKeys, noNotifications } from '../../fakes/client';

const SOCIAL = 'social' as CategoryId;
const GRANTED = ['*://*.reddit.com/*'];
const START: Stored = {
  ...DEFAULT_SETTINGS,
  sites: [
    { pattern: 'reddit.com' as Pattern, category: SOCIAL },
    { pattern: 'x.com' as Pattern, category: SOCIAL },
    { pattern: '+linkedin.com/messaging' as Pattern, category: SOCIAL },
  ],
};

let stored: Stored;
let leftOut: Pattern[];
let calls: string[];
let root: HTMLElement;
const save = vi.fn();

async function open(allow: (origins: readonly string[]) => Promise<boolean> = async () => true) {
  const client = fakeClient({
    readSettings: () =>
      aSettingsView({
        settings: stored,
        origins: GRANTED,
        withoutAccess: sitesWithoutAccess(stored.sites, GRANTED),
        leftOut,
      }),
    editSettings(edit) {
      calls.push(edit.edit);
      if (edit.edit === 'choose-sites') return null;
      const edited = editSettings(stored, edit);
      if ('fault' in edited) throw new RequestError(edited.fault);
      stored = edited.settings;
      return null;
    },
  });
  const asking = (origins: readonly string[]) => {
    calls.push(`allow ${origins.join(' ')}`);
    return allow(origins);
  };
  root = document.createElement('div');
  document.body.replaceChildren(root);
  const store = createSettingsStore(client, asking);
  const page = (
    <Settings
      store={store}
      notifications={noNotifications}
      exportAll={() => client.exportAll({})}
      importHistory={(file, preview) => client.importHistory({ file, preview })}
      deleteHistory={what => client.deleteHistory({ what }).then(() => null, faultOf)}
      save={save}
      version="1.2.3"
      reach={noKeys}
    />
  );
  await act(async () => render(page, root));
  await settled();
  return client;
}

const settled = () => act(async () => void (await new Promise(resolve => setTimeout(resolve, 0))));

function named<E extends HTMLElement>(selector: string, name: string): E {
  const nameOf = (element: HTMLElement) =>
    element.getAttribute('aria-label') ??
    (element as HTMLInputElement).labels?.[0]?.textContent?.trim() ??
    element.textContent;
  const found = [...root.querySelectorAll<E>(selector)].find(
    element => nameOf(element) === name || element.textContent === name,
  );
  if (!found) throw new Error(`no ${selector} named ${name}`);
  return found;
}

const field = (name: string) => named<HTMLInputElement>('input', name);
const press = async (name: string) => {
  await act(async () => named('button', name).click());
  await settled();
};

async function change(name: string, value: string) {
  const input = field(name);
  input.value = value;
  await act(async () => {
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settled();
}

async function tick(name: string) {
  await act(async () => field(name).click());
  await settled();
}

const add = async (pattern: string) => {
  const input = field('Add a site');
  input.value = pattern;
  await act(async () => void input.dispatchEvent(new Event('input', { bubbles: true })));
  await act(async () => void root.querySelector('form')?.requestSubmit());
  await settled();
};
const status = () => root.querySelector('[role=status]')?.textContent;
const listed = () => stored.sites.map(site => site.pattern);
const isUndoable = () => root.querySelector('.toast button') !== null;
const monday = () => stored.workHours.week[0];

beforeEach(() => {
  stored = START;
  leftOut = [];
  calls = [];
});
afterEach(() => {
  render(null, root);
  vi.clearAllMocks();
});

test('one heading, and one region for each section', async () => {
  await open();
  expect([...root.querySelectorAll('h1')].map(h1 => h1.textContent)).toEqual(['Settings']);
  const regions = [...root.querySelectorAll('section[aria-labelledby]')];
  expect(
    regions.map(region => document.getElementById(region.getAttribute('aria-labelledby') ?? '')?.textContent),
  ).toEqual(['Sites', 'Work hours', 'Blocking', 'Rock and question', 'Reports', 'Data', 'About']);
  expect(named<HTMLSelectElement>('select', 'Category').options).toHaveLength(3);
  expect(field('All day, every day').type).toBe('checkbox');
  expect(root.textContent).toContain('1.2.3');
  expect(root.textContent).toContain('Private windows are neither measured nor blocked.');
  expect(root.querySelectorAll('[role=status]')).toHaveLength(1);
});

test('what is no site is refused in words, before anything is asked', async () => {
  await open();
  await add('not a site');
  expect(document.getElementById('add-site-fault')?.textContent).toBe(
    'That is not a site address. Try reddit.com',
  );
  expect(field('Add a site').getAttribute('aria-invalid')).toBe('true');
  await add('*.com');
  expect(document.getElementById('add-site-fault')?.textContent).toContain('would match every site');
  expect(calls).toEqual([]);
});

test('the browser is asked for access in the turn of the click, before anything else', async () => {
  await open();
  const input = field('Add a site');
  input.value = 'https://www.Facebook.com/';
  await act(async () => void input.dispatchEvent(new Event('input', { bubbles: true })));
  root.querySelector('form')?.requestSubmit();
  expect(calls[0]).toBe('allow *://*.facebook.com/*');
  await settled();
  expect(calls).toEqual(['allow *://*.facebook.com/*', 'add-site']);
  expect(listed()).toContain('facebook.com');
  expect(status()).toBe('Added facebook.com to Social.');
  expect(input.value).toBe('');
  expect(document.activeElement).toBe(input);
});

test('a site whose origin is granted, and an exception, are added without asking', async () => {
  await open();
  await add('old.reddit.com');
  await add('+facebook.com/groups');
  expect(calls).toEqual(['add-site', 'add-site']);
});

test('without permission the site is added all the same, and said to be without access', async () => {
  await open(async () => false);
  await add('facebook.com');
  expect(listed()).toContain('facebook.com');
  expect(status()).toContain('gave no access');
  const chip = named('button', 'Remove facebook.com').closest('li');
  expect(chip?.textContent).toContain('no access');
});

test('a question that the browser never answers does not keep the site from the list', async () => {
  await open(() => new Promise(() => undefined));
  await add('facebook.com');
  expect(status()).toBe('Added facebook.com to Social.');
  expect(listed()).toContain('facebook.com');
});

test('one button asks for all sites without access', async () => {
  await open();
  expect(root.textContent).toContain('1 site is neither measured nor blocked');
  await press('Allow on these sites');
  expect(calls).toEqual(['allow *://*.x.com/*']);
  expect(status()).toBe('Your browser gave access.');
});

test('an exception is shown in words', async () => {
  await open();
  expect(root.querySelector('.chips')?.textContent).toContain('stays open: linkedin.com/messaging');
});

test('a removal can be undone', async () => {
  await open();
  await press('Remove reddit.com');
  expect(listed()).not.toContain('reddit.com');
  expect(status()).toContain('Removed reddit.com.');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove x.com');
  await press('Undo');
  expect(stored.sites).toContainEqual({ pattern: 'reddit.com', category: 'social' });
  expect(status()).toBe('As it was before.');
  expect(document.activeElement?.className).toBe('toast');
});

test('whatever is saved can be undone, once', async () => {
  await open();
  const before = stored;
  await change('Monday, to', '18:30');
  await press('Undo');
  expect(stored).toEqual(before);
  expect(isUndoable()).toBe(false);
});

test('what changes nothing is not to be undone', async () => {
  await open();
  await add('reddit.com');
  expect(status()).toContain('reddit.com');
  expect(isUndoable()).toBe(false);
});

test('hours are saved at once', async () => {
  await open();
  await change('Monday, to', '18:30');
  expect(monday()).toEqual([[540, 1110]]);
  expect(status()).toBe('Saved.');
  await press('Add hours on Monday');
  expect(monday()).toEqual([
    [540, 1110],
    [1110, 1230],
  ]);
  await change('Monday, hours 2, to', '00:00');
  expect(monday()?.[1]).toEqual([1110, 1440]);
  await press('Remove 18:30 to 00:00 on Monday');
  expect(monday()).toEqual([[540, 1110]]);
});

test('a day can be off, and comes back with its hours', async () => {
  await open();
  await change('Monday, to', '16:00');
  await tick('Work on Monday');
  expect(monday()).toEqual([]);
  await tick('Work on Monday');
  expect(monday()).toEqual([[540, 960]]);
  await tick('Work on Saturday');
  expect(stored.workHours.week[5]).toEqual([[540, 1020]]);
});

test.each([
  ['08:00', 'The end must come after the start.'],
  ['09:00', 'The end must come after the start.'],
  ['', 'Fill in both times, such as 09:00 and 17:00.'],
])('hours that end at "%s" are refused in words and not saved', async (end, why) => {
  await open();
  await change('Monday, to', end);
  expect(document.getElementById('hours-1-fault')?.textContent).toBe(why);
  expect(field('Monday, to').getAttribute('aria-invalid')).toBe('true');
  expect(calls).toEqual([]);
  await change('Monday, to', '15:00');
  expect(document.getElementById('hours-1-fault')?.textContent).toBe('');
});

test('hours that overlap are refused in words and not saved', async () => {
  await open();
  await press('Add hours on Monday');
  await change('Monday, hours 2, from', '16:00');
  expect(document.getElementById('hours-1-fault')?.textContent).toBe(
    'These hours overlap. Change one or remove it.',
  );
  expect(calls).toEqual(['set-work-hours']);
});

test('All day, every day puts the weekdays away', async () => {
  await open();
  await tick('All day, every day');
  expect(stored.workHours.always).toBe(true);
  expect(root.querySelector<HTMLFieldSetElement>('.weekcard')?.hidden).toBe(true);
});

test('a policy is chosen for each category', async () => {
  await open();
  const [social] = root.querySelectorAll('[role=radiogroup]');
  const onlyTrack = [...(social?.querySelectorAll('input') ?? [])].at(-1);
  await act(async () => onlyTrack?.click());
  await settled();
  expect(stored.categories[0]?.policy).toBe('only track');
  expect(status()).toBe('Saved.');
});

test('the question is saved on change, and an empty one refused', async () => {
  await open();
  await change('Your question', 'Does this sell?');
  expect(stored.question).toBe('Does this sell?');
  await change('Your question', ' ');
  expect(document.getElementById('question-fault')?.textContent).toBe('Write a question to ask yourself.');
  expect(stored.question).toBe('Does this sell?');
});

test('how long visits are kept is saved at once', async () => {
  await open();
  const select = named<HTMLSelectElement>('select', 'How long visits and attempts are kept');
  expect(select.selectedOptions[0]?.textContent).toBe('13 months');
  const choose = async (name: string) => {
    select.value = [...select.options].find(option => option.textContent === name)?.value ?? '';
    await act(async () => void select.dispatchEvent(new Event('change', { bubbles: true })));
    await settled();
  };
  await choose('For ever');
  expect(stored.keepMonths).toBeNull();
  expect(status()).toBe('Saved.');
  await choose('1 month');
  expect(stored.keepMonths).toBe(1);
});

test('a length that is none of the choices is shown all the same', async () => {
  stored = { ...START, keepMonths: 7 };
  await open();
  const select = named<HTMLSelectElement>('select', 'How long visits and attempts are kept');
  expect(select.selectedOptions[0]?.textContent).toBe('7 months');
});

test('Export JSON saves a file', async () => {
  await open();
  await press('Export JSON');
  expect(save.mock.calls[0]?.[0]).toBe('big-rock-2026-11-23.json');
});

test('changes made elsewhere are shown', async () => {
  const client = await open();
  stored = { ...stored, sites: [] };
  await act(async () => client.change());
  await settled();
  expect(root.querySelector('.chip')).toBeNull();
});

test('what the browser has no room for is listed under its sentence', async () => {
  leftOut = ['x.com/long' as Pattern];
  await open();
  expect(root.querySelector('.left-out')?.textContent).toBe(
    'Your browser has no room for this one, so a page of it may show for a moment before it is blocked:x.com/long',
  );
});
