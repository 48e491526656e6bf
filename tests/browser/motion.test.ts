import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, PAGES, pinRock, startBrowser, until, workAllDay } from './browsers';
import type { BrowserSession, Taste } from './harness/browser-session';
import { click, fill, waitFor } from './harness/by-role';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';

const BLOCK_PAGE = `${PAGES.blocked}#https://www.facebook.com/groups`;

interface Watched {
  motions?: string[];
}

/** All that moves by itself: the knob of a switch, the bar of a wait, the stone that is laid. */
describe.each(BROWSERS)('nothing moves where motion is to be reduced, in %s', kind => {
  let web: FakeWeb;
  let session: BrowserSession;

  beforeAll(async () => {
    web = await startFakeWeb();
    session = await startBrowser(kind, { fakeWeb: web });
  });

  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  async function open(path: string, motion: Taste['motion']): Promise<Page> {
    const page = await session.openExtensionPage(path);
    await page.bringToFront();
    await session.prefer(page, { motion });
    await page.evaluate(watchMotionScript);
    return page;
  }

  /** Otherwise the same does move, so that there is something to reduce. */
  async function expectMotion(page: Page, motion: Taste['motion'], what: RegExp): Promise<void> {
    const moved = () => page.evaluate(motionsScript);
    if (motion === 'full')
      await until(async () => (await moved()).some(name => what.test(name)), `Nothing moved by ${what}`);
    else expect(await moved()).toEqual([]);
  }

  const MOTIONS = ['full', 'reduced'] as const;

  it.each(MOTIONS)('a switch, with motion: %s', async motion => {
    const settings = await open(PAGES.settings, motion);
    await click(settings, 'switch', 'Work on Monday');
    await expectMotion(settings, motion, /left|inset/);
    await settings.close();
  });

  describe('on a working day', () => {
    beforeAll(async () => {
      await workAllDay(session);
      await (await pinRock(session, 'Finish the Acme proposal')).close();
    });

    it.each(MOTIONS)('a wait, with motion: %s', async motion => {
      const page = await open(BLOCK_PAGE, motion);
      await click(page, 'button', "I'm here on purpose");
      await fill(page, 'textbox', 'What are you here to do?', 'Answer Priya at Acme');
      await click(page, 'button', 'Open for 5 minutes');
      const timer = await page.waitForSelector('[role=timer]', { visible: true });
      const part = () => timer?.evaluate(wait => (wait as HTMLElement).style.getPropertyValue('--part'));
      const first = await part();
      await until(async () => (await part()) !== first, 'The wait does not go on');
      await expectMotion(page, motion, /width|inline-size/);
      await page.close();
    });

    it.each(MOTIONS)('a stone that is laid, with motion: %s', async motion => {
      const popup = await open(PAGES.popup, motion);
      await click(popup, 'button', 'Done');
      await popup.waitForSelector('.newest');
      const reopen = await waitFor(popup, 'button', 'Not done after all');
      await expectMotion(popup, motion, /lay/);
      await reopen.click();
      await waitFor(popup, 'button', 'Done');
      await popup.close();
    });
  });
});

/** Runs inside a page: writes down from now on what moves. */
function watchMotionScript(): void {
  const motions: string[] = [];
  Object.assign(globalThis, { motions } satisfies Watched);
  const note = () => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime === 0) continue;
      if (animation instanceof CSSTransition) motions.push(animation.transitionProperty);
      if (animation instanceof CSSAnimation) motions.push(animation.animationName);
    }
  };
  document.addEventListener('transitionrun', note);
  document.addEventListener('animationstart', note);
}

/** Runs inside a page: what has moved, once what was done before has been drawn. */
async function motionsScript(): Promise<string[]> {
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  return (globalThis as Watched).motions ?? [];
}
