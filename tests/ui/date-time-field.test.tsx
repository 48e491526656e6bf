// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DateTimeField } from '../../src/ui/date-time-field';

const settled = vi.fn<(value: string) => void>();

async function show(type: 'date' | 'time', value: string): Promise<void> {
  const field = <DateTimeField class="" type={type} aria-label="When" value={value} onSettle={settled} />;
  await act(() => render(field, document.body));
}

const field = () => document.querySelector('input') as HTMLInputElement;
const happens = (event: Event) => act(() => void field().dispatchEvent(event));
const key = (key: string) => happens(new KeyboardEvent('keydown', { key, bubbles: true }));

/** As both browsers do with each digit that makes a whole value, and with each pick. */
async function becomes(value: string): Promise<void> {
  field().value = value;
  await happens(new Event('input', { bubbles: true }));
  await happens(new Event('change', { bubbles: true }));
}

async function types(...values: string[]): Promise<void> {
  for (const value of values) {
    await key(value.slice(-1));
    await becomes(value);
  }
}

beforeEach(() => void settled.mockClear());
afterEach(() => render(null, document.body));

test('what is typed counts when the field is left, and only what it came to', async () => {
  await show('time', '09:00');
  await types('01:00', '10:00', '10:03', '10:30');
  expect(settled).not.toHaveBeenCalled();
  expect(field().value).toBe('10:30');
  await happens(new FocusEvent('blur'));
  expect(settled.mock.calls).toEqual([['10:30']]);
});

test('what is typed counts by Enter, once', async () => {
  await show('date', '2026-11-20');
  await types('0002-11-20', '0020-11-20', '0202-11-20', '2025-11-20');
  await key('Enter');
  await show('date', '2025-11-20');
  await happens(new FocusEvent('blur'));
  expect(settled.mock.calls).toEqual([['2025-11-20']]);
});

test('being typed, it stands while the page is drawn anew', async () => {
  await show('time', '09:00');
  await types('01:00');
  await show('time', '09:00');
  expect(field().value).toBe('01:00');
});

test('what it was before counts for nothing', async () => {
  await show('time', '09:00');
  await types('01:00', '09:00');
  await happens(new FocusEvent('blur'));
  expect(settled).not.toHaveBeenCalled();
});

test('a date that is picked counts at once, also after something was typed', async () => {
  await show('date', '2026-11-20');
  await types('0002-11-20');
  await happens(new Event('pointerdown', { bubbles: true }));
  await becomes('2026-11-19');
  expect(settled.mock.calls).toEqual([['2026-11-19']]);
});

test('a time that is picked counts when the field is left: its minutes come after its hours', async () => {
  await show('time', '10:00');
  await happens(new Event('pointerdown', { bubbles: true }));
  await becomes('09:00');
  await becomes('09:30');
  await happens(new FocusEvent('blur'));
  expect(settled.mock.calls).toEqual([['09:30']]);
});

test('what a program enters counts at once', async () => {
  await show('time', '10:00');
  await becomes('09:30');
  expect(settled.mock.calls).toEqual([['09:30']]);
});

test('what was refused stands again as it is held', async () => {
  await show('date', '2026-11-20');
  await becomes('');
  expect(settled.mock.calls).toEqual([['']]);
  expect(field().value).toBe('2026-11-20');
});

test('a date from a picker that a key has opened counts at once', async () => {
  await show('date', '2026-11-20');
  await key(' ');
  await becomes('2026-11-19');
  expect(settled.mock.calls).toEqual([['2026-11-19']]);
});

test('what was entered stands until the field holds it, and gives way to what it holds then', async () => {
  await show('time', '09:00');
  await becomes('08:00');
  await show('time', '09:00');
  expect(field().value).toBe('08:00');
  await show('time', '08:00');
  await show('time', '09:00');
  expect(field().value).toBe('09:00');
});

test('another window in front is no reason to count what is half typed', async () => {
  await show('time', '09:00');
  field().focus();
  await types('08:00');
  await happens(new FocusEvent('blur'));
  expect(settled).not.toHaveBeenCalled();
  await types('08:03', '08:30');
  await act(() => field().blur());
  expect(settled.mock.calls).toEqual([['08:30']]);
});

test('what was settled and is not held goes when the field is left, and is not said again', async () => {
  await show('date', '2026-11-20');
  await becomes('2026-11-05');
  await show('date', '2026-11-20');
  expect(field().value).toBe('2026-11-05');
  await happens(new FocusEvent('blur'));
  expect(field().value).toBe('2026-11-20');
  await becomes('2026-11-05');
  expect(settled.mock.calls).toEqual([['2026-11-05'], ['2026-11-05']]);
});

test('what is typed counts when the tab is left', async () => {
  await show('time', '09:00');
  await types('08:00', '08:03', '08:30');
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  await act(() => void document.dispatchEvent(new Event('visibilitychange')));
  visibility.mockRestore();
  await happens(new FocusEvent('blur'));
  expect(settled.mock.calls).toEqual([['08:30']]);
});
