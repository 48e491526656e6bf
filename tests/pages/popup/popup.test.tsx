// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Rock } from '../../../src/domain/rock';
import { instant } from '../../../src/domain/time';
import { RequestError } from '../../../src/messages/request-error';
import type { Today } from '../../../src/messages/requests';
import { draftOf } from '../../../src/pages/popup/draft';
import { Popup } from '../../../src/pages/popup/popup';
import { createPopupStore } from '../../../src/pages/popup/store';
import { aDayReport, aRock, aToday, type FakeClient, fakeClient, NOW } from '../../fakes/client';
import {
  button,
  checkbox,
  has,
  heading,
  link,
  pending,
  press,
  region,
  settle,
  show,
  spoken,
  textbox,
  type,
} from '../screen';

const DONE = { status: 'done', doneAt: instant(Date.parse('2026-11-23T14:42:00Z')) } as const;
const MINUTES = 60_000;

const taken = vi.fn();

async function open(client: FakeClient, draft = '') {
  const store = createPopupStore(client, async () => true);
  show(<Popup store={store} draft={draftOf(draft, taken)} />);
  await settle();
}

const withToday = (today: Partial<Today>) => fakeClient({ readToday: () => aToday(today) });

/** A background in miniature: it keeps one rock. */
function keepingRock(rock: Rock | null): FakeClient {
  let kept = rock;
  const keep = (next: Partial<Rock>) => {
    kept = aRock({ ...kept, ...next });
    return null;
  };
  return fakeClient({
    readToday: () => aToday({ rock: kept, cairn: kept ? [kept] : [], isBlocking: kept?.status !== 'done' }),
    pinRock: ({ title, blocks }) => keep({ id: title, title, status: 'open', blocks: blocks ?? true }),
    swapRock: ({ title }) => keep({ id: title, title }),
    finishRock: () => keep(DONE),
    reopenRock: () => keep({ status: 'open', doneAt: null }),
    describeProgress: ({ movedForward }) => keep({ movedForward }),
  });
}

const asked = (client: FakeClient, request: string) => client.asked.filter(each => each.request === request);

beforeEach(() => {
  vi.useRealTimers();
  taken.mockClear();
});

describe('without a rock', () => {
  test('the question is the heading, and pinning shows the rock', async () => {
    const client = keepingRock(null);
    await open(client);
    expect(heading()).toBe('What one thing would make today count?');
    type("Today's big rock", 'Call Dana');
    await press('Pin it');
    expect(asked(client, 'pinRock')).toEqual([{ request: 'pinRock', args: { title: 'Call Dana' } }]);
    expect(heading()).toBe('Call Dana');
    expect(has(() => button('Done'))).toBe(true);
  });

  test('a refused title is answered in words and kept', async () => {
    await open(
      fakeClient({
        pinRock: () => {
          throw new RequestError('title-too-long');
        },
      }),
    );
    const long = 'x'.repeat(300);
    type("Today's big rock", long);
    await press('Pin it');
    const field = textbox("Today's big rock");
    expect(field.value).toBe(long);
    expect(field.getAttribute('maxlength')).toBeNull();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      '200',
    );
    expect(spoken('alert')).toContain('too long');
  });

  test('a second Pin it while the first is under way asks nothing', async () => {
    const slow = pending<null>();
    const client = fakeClient({ pinRock: slow.answer });
    await open(client);
    type("Today's big rock", 'Call Dana');
    button('Pin it').click();
    button('Pin it').click();
    await settle();
    expect(asked(client, 'pinRock')).toHaveLength(1);
    slow.resolve(null);
    await settle();
  });

  test('the first step and the why go along', async () => {
    const client = keepingRock(null);
    await open(client);
    type("Today's big rock", 'Call Dana');
    type('First step', 'Find her number');
    type('Why it counts', 'Renewal');
    await press('Pin it');
    expect(asked(client, 'pinRock')[0]?.args).toEqual({
      title: 'Call Dana',
      firstStep: 'Find her number',
      why: 'Renewal',
    });
  });

  test('words that could not be pinned from elsewhere stand in the field', async () => {
    await open(keepingRock(null), '#Call%20Dana');
    expect(textbox("Today's big rock").value).toBe('Call Dana');
    expect(document.body.textContent).not.toContain('still open');
  });

  test('an unfinished rock of an earlier day can be picked up', async () => {
    const client = withToday({ unfinished: aRock({ title: 'Rework the quote' }) });
    await open(client);
    expect(document.body.textContent).toContain('Rework the quote');
    await press('Pick it up');
    expect(asked(client, 'pickUpRock')).toHaveLength(1);
  });
});

describe('with a rock', () => {
  test('words that were to be another are offered instead of it, once', async () => {
    const client = keepingRock(aRock());
    await open(client, '#Call%20Dana%3F');
    expect(document.body.textContent).toContain(`“${aRock().title}” is still open.`);
    expect(textbox("Today's big rock").value).toBe('Call Dana?');
    await press('Pin it');
    expect(asked(client, 'swapRock')).toHaveLength(1);
    expect(heading()).toBe('Call Dana?');
  });

  test('words wait as long as the day cannot be read', async () => {
    const unread = fakeClient({
      readToday: () => {
        throw new RequestError('unreachable');
      },
    });
    await open(unread, '#Call%20Dana');
    expect(taken).not.toHaveBeenCalled();
  });

  test('words that have waited until it was done are offered as the next', async () => {
    const client = keepingRock(aRock(DONE));
    await open(client, '#Call%20Dana');
    expect(textbox("Today's big rock").value).toBe('Call Dana');
    expect(taken).toHaveBeenCalledTimes(1);
    await press('Pin it');
    expect(asked(client, 'pinRock')).toHaveLength(1);
    expect(heading()).toBe('Call Dana');
  });

  test('Done asks what moved forward, which is kept, and can be undone', async () => {
    const client = keepingRock(aRock());
    await open(client);
    expect(heading()).toBe(aRock().title);
    await press('Done');
    expect(document.body.textContent).toContain('Done 15:42');
    expect(document.body.textContent).toContain('Laid on the cairn. Your sites are open.');
    type('What moved forward?', 'Signed');
    await press('Save');
    expect(asked(client, 'describeProgress')[0]?.args).toEqual({ movedForward: 'Signed' });
    expect(spoken('status')).toContain('Saved.');
    await press('Not done after all');
    expect(has(() => button('Done'))).toBe(true);
  });

  test('the next rock blocks again unless the tick is taken away', async () => {
    const client = keepingRock(aRock(DONE));
    await open(client);
    await press('Pin the next one');
    const blocks = checkbox('Block again until it is done');
    expect(blocks.checked).toBe(true);
    blocks.click();
    type("Today's big rock", 'Tidy the pipeline');
    await press('Pin it');
    expect(asked(client, 'pinRock')[0]?.args).toEqual({ title: 'Tidy the pipeline', blocks: false });
    expect(heading()).toBe('Tidy the pipeline');
  });

  test('it can be swapped for another, or not after all', async () => {
    const client = keepingRock(aRock());
    await open(client);
    await press('Swap the rock');
    expect(heading()).toBe('What one thing would make today count?');
    expect(document.activeElement).toBe(textbox("Today's big rock"));
    await press('Not now');
    expect(heading()).toBe(aRock().title);
    expect(document.activeElement).toBe(button('Swap the rock'));
    await press('Swap the rock');
    type("Today's big rock", 'Call Dana');
    await press('Pin it');
    expect(asked(client, 'swapRock')[0]?.args).toEqual({ title: 'Call Dana' });
    expect(asked(client, 'pinRock')).toEqual([]);
    expect(heading()).toBe('Call Dana');
    expect(has(() => button('Done'))).toBe(true);
  });

  test('one that was put aside is said to be, and another can be pinned', async () => {
    const gate = { blocked: false, because: 'put-aside' } as const;
    await open(withToday({ rock: aRock({ status: 'put aside' }), gate, isBlocking: false }));
    expect(heading()).toBe(aRock().title);
    expect(document.body.textContent).toContain('Put aside for today');
    expect(has(() => button('Done'))).toBe(false);
    await press('Pin a rock after all');
    expect(checkbox('Block again until it is done').checked).toBe(true);
  });

  test('after done it says where windows or a limit go on holding', async () => {
    const gate = { blocked: false, because: 'rock-done' } as const;
    await open(withToday({ rock: aRock(DONE), gate, isBlocking: true }));
    expect(document.body.textContent).toContain('Sites with windows or a limit keep to them.');
  });

  test('a refusal to finish is said', async () => {
    await open(
      fakeClient({
        readToday: () => aToday({ rock: aRock() }),
        finishRock: () => {
          throw new RequestError('no-open-rock');
        },
      }),
    );
    await press('Done');
    expect(spoken('alert')).toContain('no open rock');
  });
});

describe('the day', () => {
  const categories = aDayReport().categories.map((category, i) => ({ ...category, time: i * 3 * MINUTES }));

  test('categories and their times stand in the region Today', async () => {
    await open(withToday({ rock: aRock(), categories }));
    const rows = [...region('Today').querySelectorAll('li')].map(row => row.textContent);
    expect(rows).toHaveLength(3);
    expect(rows[1]).toContain('Scoreboards');
    expect(region('Today').querySelectorAll('li')[1]?.querySelector('time')?.getAttribute('datetime')).toBe(
      'PT180S',
    );
  });

  test('what runs grows by the time since the answer, and nothing else does', async () => {
    vi.useFakeTimers({ now: NOW + 30_000, toFake: ['Date'] });
    const [first] = categories;
    if (!first) throw new Error('no category');
    const running = { site: 'facebook.com' as never, category: first.id, isOnPurpose: false };
    await open(
      withToday({
        categories,
        running,
        sites: [
          { ...running, categoryName: 'Social', time: 5 * MINUTES, passTime: 0, checks: 1, attempts: 0 },
        ],
        thisSite: { site: running.site, categoryName: 'Social', time: 5 * MINUTES, blocked: true },
      }),
    );
    const codes = [...region('Today').querySelectorAll('li time')].map(time => time.getAttribute('datetime'));
    expect(codes).toEqual(['PT30S', 'PT180S', 'PT360S']);
    expect(region('This site').querySelector('time')?.getAttribute('datetime')).toBe('PT330S');
    expect(region('This site').textContent).toContain('blocked now');
  });

  test('a page that is not listed is said to be so', async () => {
    await open(withToday({}));
    expect(region('This site').textContent).toBe('This page is not on your list.');
  });

  test('a change of the background is read again', async () => {
    let rock: Rock | null = null;
    const client = fakeClient({ readToday: () => aToday({ rock }) });
    await open(client);
    rock = aRock();
    client.change();
    await settle();
    expect(heading()).toBe(aRock().title);
  });

  test('an answer that was overtaken by a later one is left out', async () => {
    const slow = pending<Today>();
    let answer: () => Today | Promise<Today> = slow.answer;
    const client = fakeClient({ readToday: () => answer() });
    await open(client);
    answer = () => aToday({ rock: aRock() });
    client.change();
    await settle();
    slow.resolve(aToday());
    await settle();
    expect(heading()).toBe(aRock().title);
  });
});

describe('passes', () => {
  const pass = {
    id: 'pass-1',
    site: 'facebook.com' as never,
    purpose: 'Answer Priya',
    endsAt: instant(NOW + 4 * MINUTES + 30_000),
  };

  test('one that is on shows what for, where and how long it has left, and an answer ends it', async () => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    const client = withToday({ rock: aRock(), passes: [pass] });
    await open(client);
    const shown = region('Here on purpose');
    expect(shown.textContent).toContain('Answer Priyafacebook.com, 4 min left');
    expect(shown.querySelector('time')?.getAttribute('datetime')).toBe('PT270S');
    expect(shown.querySelector('legend')?.textContent).toBe('Did you do it?');
    await press('Yes');
    expect(asked(client, 'answerPass')[0]?.args).toEqual({ id: 'pass-1', outcome: 'yes' });
  });

  test('without any there is no such region', async () => {
    await open(withToday({ rock: aRock() }));
    expect(has(() => region('Here on purpose'))).toBe(false);
  });
});

describe('around it', () => {
  test('the links open in a tab', async () => {
    await open(withToday({}));
    expect(link('Report').getAttribute('href')).toBe('../report/index.html');
    expect(link('Settings').getAttribute('href')).toBe('../settings/index.html');
    expect(link('Report').target).toBe('_blank');
  });

  test('trouble with the database and sites without access are said', async () => {
    await open(withToday({ trouble: 'database', withoutAccess: 2 }));
    expect(spoken('alert')).toContain('database');
    expect(link('2 sites wait for your permission').getAttribute('href')).toBe('../settings/index.html');
  });

  test.each([
    ['database', 'Restarting the browser'],
    ['database-newer', 'Update Big Rock'],
    ['disk-full', 'Free some space'],
    ['storage-refused', 'Allow history and site data'],
    ['upgrade-unfinished', 'Restart the browser'],
  ] as const)('what to do about %s is said', async (trouble, words) => {
    await open(withToday({ trouble }));
    expect(spoken('alert')).toContain(words);
  });

  test('that the history was restored is said until it was read', async () => {
    let isRestored = true;
    const client = fakeClient({
      readToday: () => aToday({ isRestored }),
      acknowledgeRestore: () => {
        isRestored = false;
        return null;
      },
    });
    await open(client);
    expect(spoken('status')).toContain('restored from a copy');
    await press('Got it');
    expect(asked(client, 'acknowledgeRestore')).toHaveLength(1);
    expect(has(() => button('Got it'))).toBe(false);
  });

  test('nothing is said of restoring otherwise', async () => {
    await open(withToday({}));
    expect(document.body.textContent).not.toContain('restored');
  });

  test.each([
    [{}, 'Work hours until 17:00'],
    [
      { workEndsAt: null, workStartsAt: instant(Date.parse('2026-11-23T12:00:00Z')) },
      'Work hours start at 13:00',
    ],
    [
      { workEndsAt: null, workStartsAt: instant(Date.parse('2026-11-24T08:00:00Z')) },
      'Work hours start Tue 09:00',
    ],
    [{ workEndsAt: null }, 'All day, every day'],
    [{ gate: { blocked: false, because: 'put-aside' } }, 'Put aside: open for today'],
    [{ gate: { blocked: false, because: 'watching' } }, 'Only measured for now'],
    [{ gate: { blocked: false, because: 'day-off' } }, 'A day off: nothing is blocked'],
  ] as const)('work hours are told: %#', async (today, words) => {
    await open(withToday(today));
    expect(document.querySelector('.status')?.textContent).toBe(words);
  });

  test('there is one h1 in every state, also before the answer', async () => {
    const never = () => new Promise<Today>(() => undefined);
    for (const readToday of [
      never,
      () => aToday(),
      () => aToday({ rock: aRock() }),
      () => aToday({ rock: aRock(DONE) }),
    ]) {
      await open(fakeClient({ readToday }));
      expect(document.querySelectorAll('h1')).toHaveLength(1);
    }
  });
});

describe('a site that is not on the list', () => {
  const PLACE = { host: 'news.example', path: 'news.example/sport' };

  async function opened(allow: (origins: readonly string[]) => Promise<boolean>) {
    const client = withToday({ otherSite: PLACE });
    show(<Popup store={createPopupStore(client, allow)} draft={draftOf('', taken)} />);
    await settle();
    return client;
  }

  test('is added whole or by its path, and the browser asked in the turn of the click', async () => {
    const allow = vi.fn(async () => false);
    const client = await opened(allow);
    expect(region('This site').textContent).toContain('news.example');
    await press('Add this site');
    expect(document.activeElement).toBe(region('This site').querySelector('input'));
    const [, path] = region('This site').querySelectorAll<HTMLInputElement>('input[type=radio]');
    path?.click();
    await settle();
    button('Add').click();
    expect(allow.mock.calls).toEqual([[['*://*.news.example/*']]]);
    await settle();
    expect(client.asked.filter(({ request }) => request === 'editSettings').map(({ args }) => args)).toEqual([
      { edit: 'add-site', pattern: 'news.example/sport', category: 'social' },
    ]);
    expect(document.activeElement).toBe(region('This site'));
  });

  test('is not on offer where nothing is seen', async () => {
    await open(withToday({}));
    expect(has(() => button('Add this site'))).toBe(false);
  });
});

test('the theme of the day stands above the field', async () => {
  await open(withToday({ theme: 'Cold calls' }));
  expect(document.body.textContent).toContain('Monday: Cold calls');
});
