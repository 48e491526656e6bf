import { describe, expect, it, vi } from 'vitest';
import { RequestError } from '../../src/messages/request-error';
import { answer, type Handlers } from '../../src/messages/server';

/** Handlers that count calls; only the ones a test needs do anything. */
function handlersWith(part: Partial<Handlers>): Handlers {
  const unexpected = vi.fn(async () => {
    throw new Error('Not expected here.');
  });
  return new Proxy(part, { get: (own, name: keyof Handlers) => own[name] ?? unexpected }) as Handlers;
}

const ASKER = { tabId: 7 };

describe('the server', () => {
  it.each([
    undefined,
    null,
    7,
    'pinRock',
    [],
    {},
    { request: 'dropDatabase', args: {} },
    { request: 'toString', args: {} },
    { request: '__proto__', args: {} },
    { request: 'pinRock' },
    { request: 'pinRock', args: null },
    { request: 'pinRock', args: { title: 7 } },
    { request: 'pinRock', args: { title: 'One', extra: true } },
    { request: 'pinRock', args: { title: 'x'.repeat(100_001) } },
    { request: 'finishRock', args: { id: 'r' } },
    { request: 'importHistory', args: {} },
    { request: 'editSettings', args: { edit: 'drop-all' } },
    { request: 'editSettings', args: { edit: 'set-policy', category: 'social', policy: 'none' } },
    {
      request: 'editSettings',
      args: {
        edit: 'set-work-hours',
        workHours: { always: false, week: [[[600, 540]], [], [], [], [], [], []] },
      },
    },
  ])('refuses %j as malformed without calling anything', async message => {
    const pinRock = vi.fn(async () => null);
    expect(await answer(handlersWith({ pinRock }), message, ASKER)).toEqual({ fault: 'malformed' });
    expect(pinRock).not.toHaveBeenCalled();
  });

  it('gives handlers the arguments and the asker', async () => {
    const pinRock = vi.fn(async () => null);
    const message = { request: 'pinRock', args: { title: 'One' } };
    expect(await answer(handlersWith({ pinRock }), message, ASKER)).toEqual({ value: null });
    expect(pinRock).toHaveBeenCalledWith({ title: 'One' }, ASKER);
  });

  it('turns what goes wrong into a fault', async () => {
    const refuse = async () => {
      throw new RequestError('no-open-rock');
    };
    const message = { request: 'finishRock', args: {} };
    expect(await answer(handlersWith({ finishRock: refuse }), message, ASKER)).toEqual({
      fault: 'no-open-rock',
    });
    expect(await answer(handlersWith({}), message, ASKER)).toEqual({ fault: 'internal' });
  });
});
