import type { Page } from 'puppeteer-core';
import type { BrowserSession } from './browser-session';
import type { Display } from './display';
import { evaluateInChrome } from './firefox-privileged';
import { pause } from './page-location';

/** Says yes to what the browser asks when a page wants a permission; Firefox is told by a preference not to ask. */
export async function sayYes({ kind }: BrowserSession, display: Display, asking: Page): Promise<void> {
  if (kind === 'firefox') return;
  await hearing(asking);
  await display.xdotool('key', 'Tab');
  await display.xdotool('key', 'Return');
}

/** Does what makes the browser ask, and says no. */
export async function sayNo(
  session: BrowserSession,
  display: Display,
  asking: Page,
  action: () => Promise<unknown>,
): Promise<void> {
  if (session.kind === 'firefox') {
    await evaluateInChrome(session.browser(), asks(true));
    await action();
    while (!(await evaluateInChrome(session.browser(), REFUSE))) await pause(50);
    await evaluateInChrome(session.browser(), asks(false));
    return;
  }
  await action();
  await hearing(asking);
  await display.xdotool('key', 'Escape');
}

/** Chromium's question cannot be seen from here, but for its taking the focus; and it hears nothing in its first half second. */
async function hearing(asking: Page): Promise<void> {
  for (let tries = 0; await asking.evaluate(() => document.hasFocus()); tries++) {
    if (tries === 600) throw new Error('No question');
    await pause(50);
  }
  await pause(1500);
}

const asks = (doesAsk: boolean): string =>
  `Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', ${doesAsk})`;

/** Presses *Deny* in Firefox's question, and tells whether it was there. */
const REFUSE = `(() => {
  const { PopupNotifications } = Services.wm.getMostRecentWindow('navigator:browser');
  const question = PopupNotifications.isPanelOpen && PopupNotifications.panel.firstElementChild;
  if (question) question.secondaryButton.click();
  return Boolean(question);
})()`;
