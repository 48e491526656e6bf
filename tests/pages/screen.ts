import { type ComponentChild, render } from 'preact';
import { vi } from 'vitest';

/** Draws a page, and finds things in it by the names that assistive technology has for them. */
export function show(content: ComponentChild): void {
  render(null, document.body);
  render(content, document.body);
}

const trueTimeout = setTimeout;

/** Until all that is under way has been answered and drawn; a test that holds the clock has it stand still meanwhile. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(0);
    await new Promise(resolve => trueTimeout(resolve, 0));
  }
}

export const heading = (): string => document.querySelector('h1')?.textContent ?? '';

export const spoken = (role: 'alert' | 'status'): string =>
  [...document.querySelectorAll(`[role=${role}]`)].map(each => each.textContent).join(' ');

export const button = (name: string) => named<HTMLButtonElement>('button', name);
export const textbox = (name: string) =>
  named<HTMLInputElement>('input:not([type=checkbox]), textarea', name);
export const checkbox = (name: string) => named<HTMLInputElement>('input[type=checkbox]', name);
export const region = (name: string) => named<HTMLElement>('section', name);
export const link = (name: string) => named<HTMLAnchorElement>('a', name);

export const has = (find: () => Element): boolean => {
  try {
    return find() !== null;
  } catch {
    return false;
  }
};

export async function press(name: string): Promise<void> {
  button(name).click();
  await settle();
}

export function type(name: string, value: string): void {
  const field = textbox(name);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** A function that is called but whose answer the test gives when it likes. */
export function pending<T>() {
  let resolve: (value: T) => void = () => undefined;
  const answer = vi.fn(() => new Promise<T>(done => (resolve = done)));
  return { answer, resolve: (value: T) => resolve(value) };
}

function named<E extends HTMLElement>(selector: string, name: string): E {
  const found = [...document.querySelectorAll<E>(selector)].filter(each => nameOf(each) === name);
  if (found.length !== 1) throw new Error(`${found.length} of ${selector} are named ${name}`);
  return found[0] as E;
}

function nameOf(element: HTMLElement): string {
  const labelledBy = element.getAttribute('aria-labelledby');
  const label = element.id ? document.querySelector(`label[for="${element.id}"]`) : element.closest('label');
  const words =
    element.getAttribute('aria-label') ??
    (labelledBy && document.getElementById(labelledBy)?.textContent) ??
    label?.textContent ??
    element.textContent;
  return (words ?? '').trim();
}
