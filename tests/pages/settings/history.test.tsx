// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultOf } from '../../../src/messages/request-error';
import { Settings } from '../../../src/pages/settings/settings';
import { createSettingsStore } from '../../../src/pages/settings/store';
import { fakeClient, noKeys, noNotifications } from '../../fakes/client';

import { button, region, settle, show, textbox } from '../screen';

let client: ReturnType<typeof fakeClient>;

beforeEach(async () => {
  client = fakeClient({});
  await act(() =>
    show(
      <Settings
        store={createSettingsStore(client, async () => true)}
        notifications={noNotifications}
        exportAll={() => client.exportAll({})}
        importHistory={(file, preview) => client.importHistory({ file, preview })}
        deleteHistory={what => client.deleteHistory({ what }).then(() => null, faultOf)}
        save={() => {}}
        version="1.2.3"
        reach={noKeys}
      />,
    ),
  );
  await act(settle);
});

afterEach(() => show(null));

const asked = (request: string) =>
  client.asked.filter(each => each.request === request).map(({ args }) => args as Record<string, unknown>);

async function enter(field: HTMLInputElement | HTMLSelectElement, value: string): Promise<void> {
  field.value = value;
  await act(async () => {
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  });
}

const click = (name: string) =>
  act(async () => {
    button(name).click();
    await settle();
  });

const choice = (name: string) => {
  const found = document.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`);
  if (!found) throw new Error(`no choice of ${name}`);
  return found;
};

test('one site is deleted when that was agreed to, and in whatever way it was spelled', async () => {
  await enter(textbox('Site to delete'), 'https://www.LinkedIn.com/');
  await click('Delete…');
  expect(region('Data').querySelector('dialog')?.textContent).toContain(
    'Delete the history of linkedin.com?',
  );
  expect(asked('deleteHistory')).toEqual([]);
  await click('Delete it');
  expect(asked('deleteHistory')).toEqual([{ what: { of: 'site', site: 'linkedin.com' } }]);
  expect(region('Data').textContent).toContain('Deleted.');
});

test('nothing is deleted where it is kept, nor where it is no site', async () => {
  await enter(textbox('Site to delete'), 'linkedin.com');
  await click('Delete…');
  await click('Keep it');
  await enter(textbox('Site to delete'), 'not a site');
  await click('Delete…');
  expect(region('Data').querySelector('dialog')?.open).toBe(false);
  expect(asked('deleteHistory')).toEqual([]);
});

test('days are deleted in whatever order they were given, and everything', async () => {
  await enter(choice('What to delete'), 'days');
  await enter(textbox('From'), '2026-11-20');
  await enter(textbox('To'), '2026-11-18');
  await click('Delete…');
  await click('Delete it');
  await enter(choice('What to delete'), 'all');
  await click('Delete…');
  await click('Delete it');
  expect(asked('deleteHistory')).toEqual([
    { what: { of: 'days', first: '2026-11-18', last: '2026-11-20' } },
    { what: { of: 'all' } },
  ]);
});

test.each([
  ['36.5', 36.5],
  ['36,50', 36.5],
])('an hourly rate of %s is saved, with its currency', async (typed, amount) => {
  await enter(textbox('Hourly rate'), typed);
  await enter(choice('Currency'), 'GBP');
  await enter(textbox('Hourly rate'), typed);
  expect(asked('editSettings').at(-1)).toEqual({ edit: 'set-rate', hourlyRate: { amount, currency: 'GBP' } });
});

test.each(['0', '-3', 'much'])('an hourly rate of %s is refused in place', async typed => {
  await enter(textbox('Hourly rate'), typed);
  expect(asked('editSettings')).toEqual([]);
  expect(region('Reports').textContent).toContain('A rate is a number above nothing');
});

test('a guess is saved for its category, and an empty one is none', async () => {
  const [social] = region('Reports').querySelectorAll<HTMLInputElement>('.guess input');
  if (!social) throw new Error('no field');
  await enter(social, '45');
  expect(asked('editSettings')).toEqual([{ edit: 'set-guesses', guesses: { social: 45 } }]);
  await enter(social, '');
  expect(asked('editSettings').at(-1)).toEqual({ edit: 'set-guesses', guesses: {} });
  await enter(social, '1.5');
  expect(region('Reports').textContent).toContain('A guess is a whole number of minutes');
});
