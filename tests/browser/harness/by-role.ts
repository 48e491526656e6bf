import type { ElementHandle, Page } from 'puppeteer-core';
import { locationOf } from './page-location';

const TIMEOUT = 60_000;

/**
 * Puppeteer may go on asking a document that Firefox has left, so it is told anew now and then; seldom, for what it was
 * asked before goes on being looked for.
 */
const ONE_TRY = 20_000;

/** The element that a screen reader would find, by the browser's own accessibility tree, once it is visible. */
export async function waitFor(
  page: Page,
  role: string,
  name: string,
  timeout = TIMEOUT,
): Promise<ElementHandle> {
  const deadline = performance.now() + timeout;
  while (performance.now() < deadline) {
    const found = await page
      .waitForSelector(selectorOf(role, name), { visible: true, timeout: Math.min(timeout, ONE_TRY) })
      .catch(() => null);
    if (found !== null) return found;
  }
  const said = await page.evaluate(() => document.body.innerText).catch(() => '');
  throw new Error(
    `No ${role} named "${name}" on ${await locationOf(page)}, which says: ${said.slice(0, 500)}`,
  );
}

export async function click(page: Page, role: string, name: string): Promise<void> {
  const element = await waitFor(page, role, name);
  await element.click();
}

/** Replaces what the field holds, by typing. */
export async function fill(page: Page, role: string, name: string, text: string): Promise<void> {
  const element = await waitFor(page, role, name);
  await element.click({ count: 3 });
  await page.keyboard.press('Backspace');
  await element.type(text);
}

export async function heading(page: Page): Promise<string> {
  const element = await page.waitForSelector('h1', { visible: true, timeout: TIMEOUT });
  return (await element?.evaluate(h1 => h1.textContent?.trim() ?? '')) ?? '';
}

/** The trimmed text of every element that matches a CSS selector, in the order of the page. */
export async function texts(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, elements => elements.map(element => element.textContent?.trim() ?? ''));
}

function selectorOf(role: string, name: string): string {
  return `::-p-aria([role="${role}"][name="${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"])`;
}
