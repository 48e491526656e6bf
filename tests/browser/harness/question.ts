import type { Page } from 'puppeteer-core';
import type { BrowserSession } from './browser-session';
import type { Display } from './display';
import { pause } from './page-location';

/** Says yes to what the browser asks when a page wants a permission; Firefox is told by a preference not to ask. */
export async function sayYes({ kind }: BrowserSession, display: Display, asking: Page): Promise<void> {
  if (kind === 'firefox') return;
  // It cannot be seen from here, but for its taking the focus; and it hears nothing in its first half second.
  for (let tries = 0; await asking.evaluate(() => document.hasFocus()); tries++) {
    if (tries === 600) throw new Error('No question');
    await pause(50);
  }
  await pause(1500);
  await display.xdotool('key', 'Tab');
  await display.xdotool('key', 'Return');
}
