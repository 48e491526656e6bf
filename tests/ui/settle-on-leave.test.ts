// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settleOnLeave } from '../../src/ui/settle-on-leave';

let stop: () => void;
const at = (selector: string) => document.querySelector(selector) as HTMLElement;

beforeEach(() => {
  document.body.innerHTML = '<input><textarea></textarea><button>Save</button>';
  stop = settleOnLeave();
});

afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

function turn(visibility: 'hidden' | 'visible'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  document.dispatchEvent(new Event('visibilitychange'));
}

test.each(['input', 'textarea'])(
  'whoever leaves the page leaves its %s, and is there again when back',
  field => {
    at(field).focus();
    turn('hidden');
    expect(document.activeElement).toBe(document.body);
    turn('visible');
    expect(document.activeElement).toBe(at(field));
  },
);

test('a button is not left: there is nothing in it', () => {
  at('button').focus();
  turn('hidden');
  expect(document.activeElement).toBe(at('button'));
});

test('who is elsewhere by then stays there', () => {
  at('input').focus();
  turn('hidden');
  at('button').focus();
  turn('visible');
  expect(document.activeElement).toBe(at('button'));
});
