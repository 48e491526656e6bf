import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, type Message } from '../../src/messages/client';
import { answer, type Handlers } from '../../src/messages/server';

const onChanged = () => () => undefined;
const lost = () => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'));

/** A background that leaves as many messages unanswered, in the browsers' two ways, before it answers. */
function silentFor(times: number, how: () => Promise<unknown>) {
  const heard: Message[] = [];
  const send = (message: Message): Promise<unknown> => {
    heard.push(message);
    return heard.length > times ? Promise.resolve({ value: null }) : how();
  };
  return { heard, client: createClient({ send, onChanged }) };
}

describe('the client', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('rejects with the fault', async () => {
    const refused = createClient({ send: async () => ({ fault: 'title-empty' }), onChanged });
    await expect(refused.pinRock({ title: '' })).rejects.toMatchObject({ fault: 'title-empty' });
  });

  const WAYS = [
    ['no answer', async () => undefined],
    ['an error', lost],
  ] as const;

  it.each(WAYS)('asks a question again that came to %s', async (_, how) => {
    const { heard, client } = silentFor(3, how);
    const asked = client.readDay({ day: null });
    await vi.runAllTimersAsync();
    await expect(asked).resolves.toBeNull();
    expect(heard).toEqual(Array(4).fill({ request: 'readDay', args: { day: null } }));
  });

  it.each(WAYS)('gives up when every time it came to %s', async (_, how) => {
    const { heard, client } = silentFor(Number.POSITIVE_INFINITY, how);
    const asked = expect(client.readToday({})).rejects.toMatchObject({ fault: 'unreachable' });
    await vi.runAllTimersAsync();
    await asked;
    expect(heard).toHaveLength(4);
  });

  it.each(WAYS)('makes a change once, though it came to %s: it may have been made', async (_, how) => {
    const { heard, client } = silentFor(1, how);
    const asked = expect(client.finishRock({})).rejects.toMatchObject({ fault: 'unreachable' });
    await vi.runAllTimersAsync();
    await asked;
    expect(heard).toHaveLength(1);
  });

  it('does not ask again for what was refused', async () => {
    const send = vi.fn(async () => ({ fault: 'internal' }));
    await expect(createClient({ send, onChanged }).readToday({})).rejects.toMatchObject({
      fault: 'internal',
    });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('reaches a handler of the server and brings back its reply', async () => {
    const handlers = { pinRock: async () => null } as Partial<Handlers> as Handlers;
    const client = createClient({
      send: async message => structuredClone(await answer(handlers, structuredClone(message), { tabId: 7 })),
      onChanged,
    });
    await expect(client.pinRock({ title: 'One' })).resolves.toBeNull();
  });
});
