// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { instant } from '../../../src/domain/time';
import { RequestError } from '../../../src/messages/request-error';
import type { Blocked as Reply } from '../../../src/messages/requests';
import { Blocked } from '../../../src/pages/blocked/blocked';
import { createBlockedStore } from '../../../src/pages/blocked/store';
import { aBlocked, aDoor, type FakeClient, fakeClient } from '../../fakes/client';
import { button, has, heading, link, press, settle, show, spoken, textbox, type } from '../screen';

const ADDRESS = 'https://www.facebook.com/x?y#z';
const PURPOSE = "I'm here on purpose";
const ASIDE = 'Put the rock aside for today';
const SENTENCE = 'I am putting my rock aside for today';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});

afterEach(() => {
  vi.useRealTimers();
});

async function open(client: FakeClient, { isFresh = true } = {}) {
  const go = vi.fn();
  show(
    <Blocked
      store={createBlockedStore(client, ADDRESS, {
        go,
        isFresh,
        hasHistory: true,
        onPassHere: () => undefined,
      })}
    />,
  );
  await settle();
  return go;
}

/** A background in miniature: it keeps one reply, which a test may change. */
function keeping(first: Partial<Reply>, answers: Parameters<typeof fakeClient>[0] = {}) {
  let kept = aBlocked(first);
  const client = fakeClient({ readBlocked: () => kept, ...answers });
  const become = (next: Partial<Reply>) => {
    kept = aBlocked(next);
    return null;
  };
  return { client, become };
}

const soon = (milliseconds: number) => instant(Date.now() + milliseconds);
const passed = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const waiting = (milliseconds: number) => ({
  door: aDoor({ asked: { purpose: 'Answer Priya', minutes: 10, opensAt: soon(milliseconds) } }),
});
const asked = (client: FakeClient, request: string) => client.asked.filter(each => each.request === request);
const codes = () => [...document.querySelectorAll('time')].map(time => time.getAttribute('datetime'));
const radio = (minutes: number) =>
  document.querySelector<HTMLInputElement>(`[role=radiogroup] input[value="${minutes}"]`);
const pressEscape = async () => {
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  await settle();
};

test('a visit on purpose is asked for with its purpose and minutes, and waited for', async () => {
  const { client, become } = keeping(
    { door: aDoor({ passesLeft: 2, passWait: 25_000 }) },
    { askForPass: () => become(waiting(25_000)) },
  );
  await open(client);
  expect(document.body.textContent).toContain('2 visits on purpose left today');
  await press(PURPOSE);
  expect(document.activeElement).toBe(textbox('What are you here to do?'));
  expect(document.querySelector('.step')?.textContent).toContain('after a wait of 25 s');
  expect(radio(5)?.checked).toBe(true);
  expect(has(() => button('Open for 5 minutes'))).toBe(true);
  radio(10)?.click();
  await settle();
  type('What are you here to do?', 'Answer Priya');
  await press('Open for 10 minutes');
  expect(asked(client, 'askForPass')[0]?.args).toEqual({
    address: ADDRESS,
    purpose: 'Answer Priya',
    minutes: 10,
  });
  expect(document.querySelector('[role=timer]')?.textContent).toBe(
    'facebook.com opens for 10 minutes in 25 s',
  );
  expect(codes()).toContain('PT25S');
  expect(asked(client, 'beginPass')).toEqual([]);
  expect(document.activeElement?.textContent).toContain('Answer Priya');
});

test('a purpose that says nothing is refused in its place', async () => {
  const { client } = keeping(
    {},
    {
      askForPass: () => {
        throw new RequestError('purpose-too-short');
      },
    },
  );
  await open(client);
  await press(PURPOSE);
  await press('Open for 5 minutes');
  expect(spoken('alert')).toContain('Say what you are here to do.');
  expect(document.activeElement).toBe(textbox('What are you here to do?'));
  expect(textbox('What are you here to do?').getAttribute('aria-invalid')).toBe('true');
});

test('the wait survives a reload, and the pass begins by itself, once, when it is over', async () => {
  const { client, become } = keeping(waiting(300), {
    beginPass: () => become({ blocked: false, because: null }),
  });
  const go = await open(client, { isFresh: false });
  expect(document.querySelector('[role=timer]')?.textContent).toContain('opens for 10 minutes in 1 s');
  expect(document.activeElement).toBe(button('Back to my rock'));
  client.change();
  await settle();
  expect(asked(client, 'beginPass')).toEqual([]);
  await passed(450);
  client.change();
  await settle();
  expect(asked(client, 'beginPass')).toHaveLength(1);
  expect(go.mock.calls).toEqual([[ADDRESS]]);
});

test('a background that finds it too early is asked again', async () => {
  let refusals = 1;
  const { client, become } = keeping(waiting(0), {
    beginPass() {
      if (refusals-- > 0) throw new RequestError('too-early');
      return become({ blocked: false, because: null });
    },
  });
  const go = await open(client, { isFresh: false });
  await passed(1200);
  expect(asked(client, 'beginPass')).toHaveLength(2);
  expect(go).toHaveBeenCalledOnce();
  expect(spoken('alert')).toBe('');
});

test('who comes again when a wait is long over has not asked to go in now', async () => {
  const { client } = keeping(waiting(-60_000));
  await open(client, { isFresh: true });
  await passed(80);
  expect(asked(client, 'beginPass')).toEqual([]);
  expect(asked(client, 'stopWaiting')[0]?.args).toEqual({ what: 'pass' });
});

test('cancelling stops the wait and shows the ways on', async () => {
  const { client, become } = keeping(waiting(200), { stopWaiting: () => become({}) });
  await open(client);
  await press('Cancel');
  expect(asked(client, 'stopWaiting')[0]?.args).toEqual({ what: 'pass' });
  expect(document.querySelector('.step')).toBeNull();
  expect(document.activeElement).toBe(button(PURPOSE));
  await passed(300);
  expect(asked(client, 'beginPass')).toEqual([]);
});

test('Back to my rock stops the wait too', async () => {
  const { client, become } = keeping(waiting(200), { stopWaiting: () => become({}) });
  await open(client);
  await press('Back to my rock');
  expect(asked(client, 'stopWaiting')).toHaveLength(1);
  expect(asked(client, 'leaveBlockPage')).toHaveLength(1);
});

test('a wait that another tab has taken over ends here, and is said to have', async () => {
  const { client, become } = keeping(waiting(200));
  await open(client);
  become({});
  client.change();
  await settle();
  expect(document.querySelector('[role=timer]')).toBeNull();
  expect(spoken('alert')).toContain('Ask once more');
  await passed(300);
  expect(asked(client, 'beginPass')).toEqual([]);
});

test('the wait is announced at its beginning and at its end, and not each second', async () => {
  const { client } = keeping(waiting(2100));
  await open(client);
  const words = new Set<string>();
  for (let look = 0; look < 24; look++) {
    words.add(spoken('status'));
    await passed(100);
  }
  expect([...words].filter(word => word !== '')).toEqual([
    'facebook.com opens for 10 minutes in 5 s',
    'facebook.com opens now for 10 minutes',
  ]);
});

test.each([
  [6, 'The 6 visits on purpose of today are used up.'],
  [1, 'The visit on purpose of today is used up.'],
  [0, 'Visits on purpose are switched off in the settings.'],
])('with none of %i passes left the button is disabled, and says why', async (passesADay, words) => {
  const { client } = keeping({ door: aDoor({ passesLeft: 0, passesADay }) });
  await open(client);
  expect(button(PURPOSE).disabled).toBe(true);
  const why = button(PURPOSE).getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(why)?.textContent).toContain(words);
  expect(button(ASIDE).disabled).toBe(false);
});

test('the rock is put aside by a sentence, a wait and a last button', async () => {
  const { client, become } = keeping(
    {},
    {
      askToPutAside({ sentence }) {
        if (sentence !== SENTENCE) throw new RequestError('other-sentence');
        return become({ door: aDoor({ asideOpensAt: soon(400) }) });
      },
      putRockAside: () => become({ blocked: false, because: null }),
    },
  );
  const go = await open(client);
  await press(ASIDE);
  const field = 'Type this sentence';
  expect(document.activeElement).toBe(textbox(field));
  expect(document.body.textContent).toContain(SENTENCE);
  expect(codes()).toContain('PT30S');
  type(field, 'let me in');
  await press('Start the wait');
  expect(spoken('alert')).toContain('not the sentence shown');
  type(field, SENTENCE);
  await press('Start the wait');
  expect(button('Put it aside').disabled).toBe(true);
  await passed(700);
  expect(button('Put it aside').disabled).toBe(false);
  expect(asked(client, 'putRockAside')).toEqual([]);
  await press('Put it aside');
  expect(asked(client, 'putRockAside')).toHaveLength(1);
  expect(go.mock.calls).toEqual([[ADDRESS]]);
});

test('it can be put aside without a rock too, and its wait shows again after a reload', async () => {
  const door = aDoor({ asideOpensAt: soon(20_000), passesLeft: 0, passesADay: 0 });
  const { client } = keeping({ rock: null, because: 'no-rock', door });
  await open(client, { isFresh: false });
  expect(document.querySelector('[role=timer]')?.textContent).toContain('in 20 s');
  await press('Cancel');
  expect(asked(client, 'stopWaiting')[0]?.args).toEqual({ what: 'aside' });
});

test('one way is open at a time; Escape closes it and gives the focus back', async () => {
  const { client } = keeping({});
  await open(client);
  await press(PURPOSE);
  type('What are you here to do?', 'Answer Priya');
  await press(ASIDE);
  expect(document.querySelectorAll('.step')).toHaveLength(1);
  await pressEscape();
  expect(document.querySelector('.step')).toBeNull();
  expect(document.activeElement).toBe(button(ASIDE));
  await press(PURPOSE);
  expect(textbox('What are you here to do?').value).toBe('Answer Priya');
});

test('after a pass it asks whether it was done, before the rock and beside it', async () => {
  const unanswered = { id: 'pass-1', purpose: 'Answer Priya', site: 'facebook.com' as never };
  const { client, become } = keeping({ door: aDoor({ unanswered }) }, { answerPass: () => become({}) });
  await open(client);
  const group = document.querySelector('fieldset');
  expect(group?.querySelector('legend')?.textContent).toBe('Did you do it?');
  expect(group?.textContent).toContain('Answer Priya');
  expect(heading()).toBe(aBlocked().rock?.title);
  const order = group?.compareDocumentPosition(document.querySelector('h1') as Node) ?? 0;
  expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  await press('No');
  expect(asked(client, 'answerPass')[0]?.args).toEqual({ id: 'pass-1', outcome: 'no' });
  expect(document.querySelector('fieldset')).toBeNull();
  expect(document.activeElement).toBe(button('Back to my rock'));
});

test('better things are listed, with numbers that can be called', async () => {
  const { client } = keeping({ betterThings: ['Call Dana at Acme +1 555 0100', 'Fill a glass of water'] });
  await open(client);
  expect([...document.querySelectorAll('.instead li')].map(({ textContent }) => textContent)).toEqual([
    'Call Dana at Acme +1 555 0100',
    'Fill a glass of water',
  ]);
  expect(link('+1 555 0100').getAttribute('href')).toBe('tel:+15550100');
});

test('without any there is no heading for them', async () => {
  await open(keeping({}).client);
  expect(document.querySelector('.instead')).toBeNull();
});

const TERMS = {
  categoryName: 'Email',
  windows: [
    [780, 800],
    [540, 560],
  ],
  limit: 1_200_000,
} as const;

test.each([
  ['outside-windows', { ...TERMS, endsWhenDone: false }, 'facebook.com is open at 09:00 and 13:00'],
  [
    'outside-windows',
    { ...TERMS, endsWhenDone: true },
    'facebook.com is open at 09:00 and 13:00, and once this is done',
  ],
  [
    'outside-windows',
    { ...TERMS, windows: [], endsWhenDone: false },
    'facebook.com has no times set at which it is open',
  ],
  [
    'outside-windows',
    { ...TERMS, windows: [], endsWhenDone: true },
    'facebook.com is blocked until this is done',
  ],
  [
    'limit-used-up',
    { ...TERMS, endsWhenDone: false },
    "facebook.com is blocked until tomorrow. Today's limit of 20 min for Email is used up.",
  ],
  [
    'limit-used-up',
    { ...TERMS, endsWhenDone: true },
    "facebook.com is blocked until tomorrow, or until this is done. Today's limit of 20 min for Email is used up.",
  ],
] as const)('why it is blocked, %s, %#', async (because, terms, words) => {
  await open(keeping({ because, terms }).client);
  expect(document.querySelector('.why')?.textContent).toBe(words);
});
