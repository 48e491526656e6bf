import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { until } from './browsers';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe finds wrong in a page as it stands, and what of it is wider than the window; nothing where all is well. */
export async function faultsOf(page: Page): Promise<string[]> {
  // Colours that are on their way from one scheme to the other are those of neither.
  await until(() => page.evaluate(isAtRestScript), 'Something goes on moving');
  await until(() => page.evaluate(isFilledScript), 'A table is not filled');
  // What scrolls becomes a stop of the keyboard once its width is known.
  await until(() => page.evaluate(isReachableScript), 'What scrolls is no stop of the keyboard');
  await page.evaluate(`${AXE};0`);
  return page.evaluate(faultsScript);
}

/** Runs inside the page. */
const isAtRestScript = (): boolean =>
  document.getAnimations().every(({ playState }) => playState !== 'running');

/** Runs inside the page: the figures behind a picture come when that was drawn. */
const isFilledScript = (): boolean =>
  [...document.querySelectorAll('.numbers tbody')].every(each => each.childElementCount > 0);

/** Runs inside the page. */
function isReachableScript(): boolean {
  const shown = [...document.querySelectorAll<HTMLElement>('.scrolls')].filter(each =>
    each.checkVisibility(),
  );
  return shown.every(
    each =>
      (each.scrollWidth <= each.clientWidth && each.scrollHeight <= each.clientHeight + 1) ||
      each.tabIndex === 0,
  );
}

/** Runs inside the page. */
async function faultsScript(): Promise<string[]> {
  const { axe } = globalThis as unknown as {
    axe: {
      run: (where: Document) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
    };
  };
  const { violations } = await axe.run(document);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' '))}`);
  const isOut = (each: Element) => {
    const { left, right } = each.getBoundingClientRect();
    return (right > innerWidth || left < 0) && each.closest('.scrolls, .visually-hidden') === null;
  };
  const tooFar = [...document.querySelectorAll('main *')].filter(isOut);
  const isWide = document.documentElement.scrollWidth > innerWidth;
  return [...found, ...(isWide ? tooFar.map(each => `too wide: ${each.tagName}.${each.className}`) : [])];
}
