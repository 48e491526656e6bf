// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { Pattern } from '../../../src/domain/pattern';
import type { Rock } from '../../../src/domain/rock';
import { DEFAULT_SETTINGS, type Settings, SOCIAL } from '../../../src/domain/settings';
import { NEW_STATE } from '../../../src/domain/state';
import { RequestError } from '../../../src/messages/request-error';
import { createWelcomeStore } from '../../../src/pages/welcome/store';
import { Welcome } from '../../../src/pages/welcome/welcome';
import { aRock, aSettingsView, aToday, type FakeClient, fakeClient } from '../../fakes/client';
import { BLOCKING, settingsBackground } from '../../fakes/settings-background';
import { button, checkbox, heading, pending, press, settle, show, spoken, textbox, type } from '../screen';

async function open(
  client: FakeClient,
  allow: (origins: readonly string[]) => Promise<boolean> = async () => true,
) {
  show(<Welcome store={createWelcomeStore(client, allow)} />);
  await settle();
}

const edits = (client: FakeClient) =>
  client.asked.filter(each => each.request === 'editSettings').map(each => each.args);

const withSettings = (settings: Partial<Settings>, origins: string[] = []) =>
  fakeClient({
    readSettings: () => aSettingsView({ settings: { ...DEFAULT_SETTINGS, ...settings }, origins }),
  });

const FACEBOOK = DEFAULT_SETTINGS.sites.filter(({ pattern }) => pattern === 'facebook.com');

const LITTLE: Settings = { ...DEFAULT_SETTINGS, sites: FACEBOOK };

describe('choosing sites', () => {
  test('what is listed is ticked, by category, and LinkedIn says what stays open', async () => {
    await open(withSettings({ sites: FACEBOOK }));
    expect(heading()).toBe('One rock a day, then the rest');
    expect([...document.querySelectorAll('h2')]).toHaveLength(3);
    expect(checkbox('Facebook').checked).toBe(true);
    expect(checkbox('Reddit').checked).toBe(false);
    const note = document.getElementById(checkbox('LinkedIn').getAttribute('aria-describedby') ?? '');
    for (const word of ['Messaging', 'search', 'profiles', 'companies', 'Sales Navigator']) {
      expect(note?.textContent).toContain(word);
    }
  });

  test('the browser is asked in the very turn of the click, for all chosen sites at once', async () => {
    const { client } = settingsBackground({ ...NEW_STATE, settings: LITTLE }, []);
    const allow = vi.fn(async () => true);
    await open(client, allow);
    checkbox('Reddit').click();
    // The tick is on its way still.
    button('Allow on these sites').click();
    // Nothing has been awaited since the click.
    expect(allow.mock.calls).toEqual([[['*://*.facebook.com/*', '*://*.reddit.com/*']]]);
    await settle();
    expect(spoken('status')).toContain('Allowed on 2 sites.');
  });

  test('what is ticked is on the list at once, whether or not the browser is asked', async () => {
    const { client, state } = settingsBackground({ ...NEW_STATE, settings: LITTLE }, []);
    await open(client);
    checkbox('Reddit').click();
    checkbox('Facebook').click();
    await settle();
    await settle();
    expect(state().settings.sites).toEqual([{ pattern: 'reddit.com', category: 'social' }]);
    expect([checkbox('Reddit').checked, checkbox('Facebook').checked]).toEqual([true, false]);
  });

  test('a site of one’s own that is unticked can be ticked again', async () => {
    const own = { pattern: 'board.example' as Pattern, category: SOCIAL };
    const settings = { ...DEFAULT_SETTINGS, sites: [own] };
    const { client, state } = settingsBackground({ ...NEW_STATE, settings });
    await open(client);
    for (const sites of [[], [own]]) {
      checkbox('board.example').click();
      await settle();
      expect(state().settings.sites).toEqual(sites);
      expect(checkbox('board.example').checked).toBe(sites.length > 0);
    }
  });

  test('while sites are blocked, what loosens is shown as asked for, and said to wait', async () => {
    const { client, state } = settingsBackground(BLOCKING);
    await open(client);
    checkbox('Facebook').click();
    await settle();
    expect(spoken('status')).toContain('Takes effect at');
    expect(checkbox('Facebook').checked).toBe(false);
    expect(state().settings.sites.some(({ pattern }) => pattern === 'facebook.com')).toBe(true);
    document.querySelectorAll<HTMLInputElement>('.watch input')[1]?.click();
    await settle();
    expect(document.querySelector('.watch')?.textContent).toContain('Takes effect at');
    expect(spoken('status')).not.toContain('Saved');
  });

  test('the outcome is told, and a second click while the browser asks does nothing', async () => {
    const client = withSettings({ sites: FACEBOOK });
    const allow = vi.fn(async () => true);
    await open(client, allow);
    button('Allow on these sites').click();
    button('Allow on these sites').click();
    await settle();
    expect(allow).toHaveBeenCalledTimes(1);
    expect(spoken('status')).toContain('Allowed on 1 site.');
  });

  test('a refusal keeps the choice and says so', async () => {
    const client = fakeClient();
    await open(client, async () => false);
    checkbox('Facebook').click();
    await settle();
    expect(edits(client)).toEqual([{ edit: 'choose-sites', add: [], remove: ['facebook.com'] }]);
    await press('Allow on these sites');
    expect(spoken('status')).toContain('Nothing is lost');
  });

  test('nothing is asked when every chosen site is granted', async () => {
    const client = withSettings({ sites: FACEBOOK }, ['*://*.facebook.com/*']);
    const allow = vi.fn(async () => false);
    await open(client, allow);
    await press('Allow on these sites');
    expect(allow).not.toHaveBeenCalled();
    expect(spoken('status')).toContain('Allowed on 1 site.');
  });

  test('a preset is unticked with its exceptions', async () => {
    const client = fakeClient();
    await open(client);
    checkbox('LinkedIn').click();
    await settle();
    expect(edits(client)).toEqual([
      {
        edit: 'choose-sites',
        add: [],
        remove: DEFAULT_SETTINGS.sites
          .map(({ pattern }) => pattern)
          .filter(each => each.includes('linkedin.com')),
      },
    ]);
  });

  test('any other site is added, and a refused one is answered in words', async () => {
    let answer: () => null = () => null;
    const client = fakeClient({ editSettings: () => answer() });
    await open(client);
    const name = "Your scoreboard's address or any other site";
    type(name, 'board.example.com');
    await press('Add');
    expect(edits(client)).toEqual([{ edit: 'add-site', pattern: 'board.example.com', category: 'social' }]);
    expect(textbox(name).value).toBe('');
    answer = () => {
      throw new RequestError('not-a-host');
    };
    type(name, '???');
    await press('Add');
    expect(textbox(name).value).toBe('???');
    expect(spoken('alert')).toContain('not a site address');
  });
});

describe('hours and question', () => {
  test('All day, every day is saved at once', async () => {
    const client = fakeClient();
    await open(client);
    checkbox('All day, every day').click();
    await settle();
    expect(edits(client)).toEqual([
      { edit: 'set-work-hours', workHours: { ...DEFAULT_SETTINGS.workHours, always: true } },
    ]);
    expect(spoken('status')).toContain('Saved');
  });

  test('a weekday and the times are saved, one change upon the other', async () => {
    const client = fakeClient();
    await open(client);
    checkbox('Saturday').click();
    await settle();
    type('To', '12:30');
    await settle();
    const day = [[540, 750]];
    expect(edits(client).at(-1)).toEqual({
      edit: 'set-work-hours',
      workHours: { always: false, week: [day, day, day, day, day, day, []] },
    });
  });

  test.each(['08:00', ''])('an end that is not after the start is refused in place: %s', async end => {
    const client = fakeClient();
    await open(client);
    type('To', end);
    await settle();
    expect(edits(client)).toEqual([]);
    expect(spoken('alert')).toContain('later than the start');
  });

  test('the question is saved when it changes', async () => {
    const client = fakeClient();
    await open(client);
    type('Your question', 'Is this the renewal?');
    await settle();
    expect(edits(client)).toEqual([{ edit: 'set-question', question: 'Is this the renewal?' }]);
  });
});

describe('the first rock', () => {
  test('after pinning it says where to go', async () => {
    let rock: Rock | null = null;
    const client = fakeClient({
      readToday: () => aToday({ rock }),
      pinRock: ({ title }) => {
        rock = aRock({ title });
        return null;
      },
    });
    await open(client);
    type("Today's big rock", 'Call Dana');
    await press('Pin it');
    expect(spoken('status')).toContain('Call Dana');
    expect(spoken('status')).toContain('Close this page and get to it');
  });

  test('a second Pin it while the first is under way asks nothing', async () => {
    const slow = pending<null>();
    await open(fakeClient({ pinRock: slow.answer }));
    type("Today's big rock", 'Call Dana');
    button('Pin it').click();
    button('Pin it').click();
    await settle();
    expect(slow.answer).toHaveBeenCalledTimes(1);
    slow.resolve(null);
    await settle();
  });

  test('a rock that is pinned already is shown', async () => {
    await open(fakeClient({ readToday: () => aToday({ rock: aRock() }) }));
    expect(document.body.textContent).toContain(aRock().title);
  });
});

describe('when to begin', () => {
  const choice = (name: string) =>
    [...document.querySelectorAll<HTMLInputElement>('.watch input')].find(each =>
      each.closest('label')?.textContent?.startsWith(name),
    );

  test('blocking begins at once, unless only measuring is chosen first', async () => {
    const client = withSettings({});
    await open(client);
    expect(choice('Block from now on')?.checked).toBe(true);
    choice('Watch first')?.click();
    await settle();
    expect(edits(client)).toEqual([{ edit: 'set-watch', watchFrom: '2026-11-23' }]);
  });

  test('says when measuring alone is over, and can be taken back', async () => {
    const client = withSettings({ watchFrom: '2026-11-23' as Settings['watchFrom'] });
    await open(client);
    expect(choice('Watch first')?.checked).toBe(true);
    expect(document.querySelector('.watch')?.textContent).toMatch(/Only measured until .*28/);
    choice('Block from now on')?.click();
    await settle();
    expect(edits(client)).toEqual([{ edit: 'set-watch', watchFrom: null }]);
  });
});

test('opened again, it does not speak of a first rock', async () => {
  await open(fakeClient({ readToday: () => aToday({ gate: { blocked: true, because: 'no-rock' } }) }));
  expect([...document.querySelectorAll('h2')].map(each => each.textContent)).toContain("Today's rock");
});
