import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, BROWSERS, openAt, PAGES, startBrowser, until, workAllDay } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { click, waitFor } from './harness/by-role';
import { type Display, startDisplay } from './harness/display';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { sayYes } from './harness/question';
import { hasPopupScript } from './page-script';
import { faceOf, turnsTo } from './toolbar-face';

/** The notifications in sight, asked of the browser. */
const noticesScript = async () => {
  const { notifications } = (globalThis as never as { chrome: never }).chrome as never as {
    notifications: { getAll: () => Promise<Record<string, unknown>> };
  };
  return Object.keys(await notifications.getAll());
};

describe.each(BROWSERS)('the toolbar in %s', kind => {
  let web: FakeWeb;
  let display: Display;
  let session: BrowserSession;
  let desk: Page;

  beforeAll(async () => {
    web = await startFakeWeb();
    display = await startDisplay();
    session = await startBrowser(kind, { fakeWeb: web, display: display.display });
    desk = await session.openExtensionPage(PAGES.settings);
    await desk.bringToFront();
    await click(desk, 'button', 'Allow notifications');
    await sayYes(session, display, desk);
    await waitFor(desk, 'button', 'Turn off notifications');
  });

  afterAll(async () => {
    await session?.close();
    await display?.close();
    await web?.close();
  });

  const titled = (title: string) =>
    until(async () => (await faceOf(desk)).title.includes(title), `Not ${title}`);

  const isShown = (notice: string) => async () => (await desk.evaluate(noticesScript)).includes(notice);

  const minuteNow = () => new Date().getHours() * 60 + new Date().getMinutes();

  /** Work of every day, from one minute of the day to another. */
  async function workFrom(from: number, to: number): Promise<void> {
    const week = Array.from({ length: 7 }, () => [[from, to]]);
    await ask(desk, 'editSettings', { edit: 'set-work-hours', workHours: { always: false, week } });
  }

  /** The next minute is to be one of the same day. */
  const notAtMidnight = () => until(() => minuteNow() < 1437, 'The day does not end', 180_000);

  it('reminds of the rock when work begins, by its alarm', async () => {
    await notAtMidnight();
    await workFrom(minuteNow() + 1, 1439);
    // Asked now and then, the background is still the one that was there before it was allowed to notify.
    const isSaid = () => ask(desk, 'readToday').then(isShown('start'));
    const notice = await display.opening(() => until(isSaid, 'Nothing was said of the rock', 75_000));
    await display.clickOn(notice);
    await until(() => desk.evaluate(hasPopupScript), 'The click does not lead to the rock');
    await until(async () => !(await isShown('start')()), 'It is still there');
  });

  it('reminds of the day when work ends, by its alarm', async () => {
    await notAtMidnight();
    // What shortens the hours would wait if anything was blocked.
    await workFrom(0, minuteNow() + 1);
    await ask(desk, 'pinRock', { title: 'Finish the Acme proposal' });
    const notice = await display.opening(() =>
      until(isShown('evening'), 'Nothing was said of the day', 75_000),
    );
    await display.clickOn(notice);
    await until(
      async () => (await openAt(session, PAGES.report)) !== null,
      'The click does not lead to the report',
    );
    await titled('nothing is blocked now');
  });

  it('says whether sites are blocked, and when the rock is done', async () => {
    await workAllDay(session);
    await titled('distraction sites are blocked');
    await ask(desk, 'finishRock');
    await titled('done for today');
    expect((await faceOf(desk)).badge).toBe('');
  });

  it('turns after so many minutes on one thing, and asks the question', async () => {
    const letGo = display.keepAwake(3000);
    const terms = {
      policy: 'only track',
      windows: [],
      limitMinutes: 30,
      endsWhenDone: true,
      insidePages: false,
      nudgeMinutes: 1,
    };
    await ask(desk, 'editSettings', { edit: 'set-policy', category: 'email', terms });
    const page = await session.openPage('https://mail.google.com/');
    await page.bringToFront();
    await turnsTo(desk, '!', 90_000);
    expect((await faceOf(desk)).title).toContain('you have been on this for a while');
    await until(isShown('nudge'), 'The question was not asked', 8000);
    letGo();
  });
});
