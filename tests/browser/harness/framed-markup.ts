import type { Browser } from 'puppeteer-core';
import type { BrowserSession } from './browser-session';
import { evaluateInFrame } from './firefox-privileged';

/**
 * The markup of the body of a frame, in whatever tab, that shows this address; null where there is none. Puppeteer does
 * not see that a frame in Firefox has become a page of an extension.
 */
export async function framedMarkup(session: BrowserSession, url: string): Promise<string | null> {
  if (session.kind === 'firefox') return inFirefox(session.browser(), url);
  const pages = await session.browser().pages();
  const frame = pages.flatMap(page => page.frames().slice(1)).find(each => each.url() === url);
  return frame ? frame.evaluate(() => document.body.innerHTML) : null;
}

async function inFirefox(browser: Browser, url: string): Promise<string | null> {
  const markup = await evaluateInFrame(browser, url, 'document.body.innerHTML');
  return typeof markup === 'string' ? markup : null;
}
