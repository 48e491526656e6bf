// @vitest-environment happy-dom
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { keepFocus } from '../../src/ui/keep-focus';

const PAGE = `
  <h1>Settings</h1>
  <section><h2>Data</h2><div class="preview"><h3>What the file would bring</h3><button>Import it</button></div></section>
  <button class="away">Try again</button>`;

let stop: () => void;

beforeAll(() => {
  stop = keepFocus();
});

afterAll(() => {
  stop();
  document.body.innerHTML = '';
});

beforeEach(() => {
  document.body.innerHTML = PAGE;
});

const focused = () => document.activeElement?.textContent ?? '';
const at = (selector: string) => document.querySelector<HTMLElement>(selector);
const holds = (words: string) => vi.waitFor(() => expect(focused()).toBe(words));
/** As long as it takes to tell that nothing comes. */
const awhile = () => new Promise(resolve => setTimeout(resolve, 250));

test('what is left around the part that went has a heading, and that is where the keyboard is', async () => {
  at('.preview button')?.focus();
  at('.preview')?.remove();
  await holds('Data');
});

test('where only the control went, it is the nearest', async () => {
  at('.preview button')?.focus();
  at('.preview button')?.remove();
  await holds('What the file would bring');
});

test('where nothing around is left, it is the heading of the page', async () => {
  at('.preview button')?.focus();
  document.body.innerHTML = '<h1>Done</h1>';
  await holds('Done');
});

test('a control that is switched off has lost it too', async () => {
  const button = at('.away') as HTMLButtonElement;
  button.focus();
  // Chromium takes it away when it draws next; here it is done by hand.
  button.blur();
  button.disabled = true;
  await holds('Settings');
});

test('a part of the page that knows a better place is left to it', async () => {
  at('.preview button')?.focus();
  at('.preview')?.remove();
  at('.away')?.focus();
  await awhile();
  expect(focused()).toBe('Try again');
});

test('who points has no place to lose', async () => {
  at('.preview button')?.focus();
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  at('.preview')?.remove();
  await awhile();
  expect(document.activeElement).toBe(document.body);
});
