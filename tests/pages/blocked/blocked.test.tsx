// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { RequestError } from '../../../src/messages/request-error';
import type { Blocked as Reply } from '../../../src/messages/requests';
import { Blocked } from '../../../src/pages/blocked/blocked';
import { createBlockedStore } from '../../../src/pages/blocked/store';
import { aBlocked, aRock, type FakeClient, fakeClient } from '../../fakes/client';
import { button, has, heading, press, settle, show, spoken, textbox, type } from '../screen';

const ADDRESS = 'https://www.facebook.com/x?y#z';
const OPEN = { blocked: false, gate: { blocked: false, because: 'rock-done' } } as const;

async function open(client: FakeClient, { address = ADDRESS, isFresh = true } = {}) {
  const go = vi.fn();
  show(
    <Blocked
      store={createBlockedStore(client, address, {
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

const withReply = (reply: Partial<Reply>) => fakeClient({ readBlocked: () => aBlocked(reply) });

const asked = (client: FakeClient, request: string) => client.asked.filter(each => each.request === request);

describe('with a rock', () => {
  test('it shows the rock, the question, the site and three facts', async () => {
    const go = await open(withReply({ rock: aRock({ firstStep: 'Find her number' }) }));
    expect(heading()).toBe(aRock().title);
    const words = document.body.textContent;
    expect(words).toContain('facebook.com is blocked until this is done');
    expect(words).toContain('Will this help me make my sales quota?');
    expect(words).toContain('Find her number');
    expect(words).toContain('7 times');
    expect([...document.querySelectorAll('time')].map(time => time.getAttribute('datetime'))).toContain(
      'PT720S',
    );
    expect(go).not.toHaveBeenCalled();
  });

  test('Back to my rock has the focus and leaves', async () => {
    const client = withReply({});
    await open(client);
    expect(document.activeElement).toBe(button('Back to my rock'));
    await press('Back to my rock');
    expect(asked(client, 'leaveBlockPage')).toHaveLength(1);
  });

  test('the way back is there before the answer, and works', async () => {
    const client = fakeClient({ readBlocked: () => new Promise<Reply>(() => undefined) });
    await open(client);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    await press('Back to my rock');
    expect(asked(client, 'leaveBlockPage')).toHaveLength(1);
  });
});

describe('without a rock', () => {
  const NONE = { rock: null, gate: { blocked: true, because: 'no-rock' } } as const;

  test('it asks for one, and pins it', async () => {
    const client = withReply(NONE);
    await open(client);
    expect(heading()).toBe('What one thing would make today count?');
    expect(document.activeElement).toBe(textbox("Today's big rock"));
    type("Today's big rock", 'Call Dana');
    await press('Pin it');
    expect(asked(client, 'pinRock')[0]?.args).toEqual({ title: 'Call Dana' });
  });

  test('the unfinished one can be picked up', async () => {
    const client = withReply({ ...NONE, unfinished: aRock({ title: 'Rework the quote' }) });
    await open(client);
    await press('Pick it up');
    expect(asked(client, 'pickUpRock')).toHaveLength(1);
  });
});

describe('attempts', () => {
  test('a navigation that ended here is one, however often the page reads', async () => {
    const client = withReply({});
    await open(client);
    client.change();
    await settle();
    expect(asked(client, 'reportAttempt')).toEqual([
      { request: 'reportAttempt', args: { address: ADDRESS } },
    ]);
  });

  test('a reload is none', async () => {
    const client = withReply({});
    await open(client, { isFresh: false });
    expect(asked(client, 'reportAttempt')).toEqual([]);
  });

  test('an address that is not listed is none, nor one that turned out to be open', async () => {
    for (const reply of [{ site: null, blocked: false }, OPEN]) {
      const client = withReply(reply);
      await open(client);
      expect(asked(client, 'reportAttempt')).toEqual([]);
    }
  });
});

describe('going on', () => {
  test('it goes on exactly once when the site opens', async () => {
    let reply = aBlocked();
    const client = fakeClient({ readBlocked: () => reply });
    const go = await open(client);
    reply = aBlocked(OPEN);
    client.change();
    client.change();
    await settle();
    client.change();
    await settle();
    expect(go.mock.calls).toEqual([[ADDRESS]]);
  });

  test('only the address that the background confirms is gone to', async () => {
    const go = await open(withReply({ ...OPEN, address: 'https://www.facebook.com/' }), {
      address: 'javascript:alert(1)',
    });
    expect(go.mock.calls).toEqual([['https://www.facebook.com/']]);
  });

  test.each(['', 'javascript:alert(1)', 'data:text/html,x', 'chrome-extension://abc/x.html'])(
    'a refused address leads nowhere: %s',
    async address => {
      const go = await open(withReply({ ...OPEN, address: null, site: null }), { address });
      expect(go).not.toHaveBeenCalled();
      expect(heading()).toBe('Nothing to go on to');
      expect(document.querySelectorAll('a')).toHaveLength(0);
      expect(has(() => button('Back to my rock'))).toBe(true);
    },
  );

  test('even a reply is not followed to anything but the web', async () => {
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'https://']) {
      expect(await open(withReply({ ...OPEN, address }))).not.toHaveBeenCalled();
    }
  });
});

describe('trouble', () => {
  test('an unreachable background is said, and asked again until it answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let refusals = 2;
    const client = fakeClient({
      readBlocked() {
        if (refusals-- > 0) throw new RequestError('unreachable');
        return aBlocked({});
      },
    });
    const go = await open(client);
    expect(spoken('alert')).toContain('did not answer');
    await vi.advanceTimersByTimeAsync(5000);
    expect(spoken('alert')).toBe('');
    expect(heading()).toBe(aRock().title);
    expect(asked(client, 'readBlocked')).toHaveLength(3);
    expect(go).not.toHaveBeenCalled();
    vi.useRealTimers();
  });

  test('so is a database that does not open', async () => {
    const go = await open(withReply({ trouble: 'database' }));
    expect(spoken('alert')).toContain('database');
    expect(heading()).toBe(aRock().title);
    expect(go).not.toHaveBeenCalled();
  });
});
