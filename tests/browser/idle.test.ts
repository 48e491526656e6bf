import { describe, expect, it } from 'vitest';
import { ask, BROWSERS, PAGES, seconds, startBrowser, until } from './browsers';
import type { BrowserKind, BrowserSession } from './harness/browser-session';
import { type Display, startDisplay } from './harness/display';
import { startFakeWeb } from './harness/fake-web';
import { isWorkerRunning } from './worker-state';

const QUIET = 120;
const IDLE = 60;

interface Exported {
  visits: { start: string; end: string; site: string }[];
}

/** Real windows and real idleness. Mostly waiting, so all of it runs at once. */
describe('with nobody touching anything', () => {
  it.concurrent.each(BROWSERS)(
    'and no listed site in front the worker sleeps and is not woken for two minutes, in %s',
    kind =>
      atDesk(kind, async (session, display) => {
        const page = await session.openPage('https://unlisted.example/');
        await page.bringToFront();
        await display.touch();
        await asleep(session);
        for (let waited = 0; waited < QUIET; waited += 0.5) {
          if (await isWorkerRunning(session)) throw new Error(`Woken after ${waited} s`);
          await seconds(0.5);
        }
      }),
    300_000,
  );

  it.concurrent.each(BROWSERS)(
    'a visit ends at the last input, and the next begins when somebody is back, in %s',
    kind =>
      atDesk(kind, async (session, display) => {
        const page = await session.openPage('https://www.facebook.com/');
        await page.bringToFront();
        await seconds(5);
        await display.touch();
        const lastInput = Date.now();
        await seconds(IDLE + 5);
        // Firefox wakes a background that goes to sleep while nobody is there at once again, to say so.
        if (kind === 'chromium') await asleep(session);
        else await seconds(40);
        await display.touch();
        const back = Date.now();
        await seconds(6);
        const report = await session.openExtensionPage(PAGES.report);
        const { visits } = await ask<Exported>(report, 'exportAll');
        const [first, second] = visits.filter(({ site }) => site === 'facebook.com');
        expect(visits).toHaveLength(2);
        // Browsers look for idleness about once a second.
        expect(Math.abs(Date.parse(first?.end ?? '') - lastInput)).toBeLessThan(1500);
        expect(Math.abs(Date.parse(second?.start ?? '') - back)).toBeLessThan(1500);
      }),
    300_000,
  );
});

async function atDesk(
  kind: BrowserKind,
  work: (session: BrowserSession, display: Display) => Promise<void>,
): Promise<void> {
  const web = await startFakeWeb();
  const display = await startDisplay();
  const session = await startBrowser(kind, { fakeWeb: web, display: display.display });
  try {
    await work(session, display);
  } finally {
    await session.close();
    await display.close();
    await web.close();
  }
}

const asleep = (session: BrowserSession) =>
  until(async () => !(await isWorkerRunning(session)), 'The worker does not go to sleep', 90_000);
