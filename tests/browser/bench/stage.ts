import type { Page } from 'puppeteer-core';
import type { BrowserKind, BrowserSession } from '../harness/browser-session';
import { startChromium } from '../harness/chromium';
import type { FakeWeb } from '../harness/fake-web';
import { startFirefox } from '../harness/firefox';
import { pause } from '../harness/page-location';
import { BARE_PAGE } from './extensions';
import { type PageTimes, timesOf } from './page-watch';
import { roundTripScript } from './round-trip';

/** Whether the worker runs when a sample is taken. Asleep, no page of the extension is open either. */
export type Worker = 'awake' | 'asleep';

/** A browser with one extension, ready for one sample after another. */
export interface Stage {
  readonly session: BrowserSession;
  /** Opens an address in a tab of its own, and closes it when what is waited for there could be used. */
  load(address: string, worker: Worker): Promise<PageTimes>;
  /** From asking the worker `readSettings` in a page of the extension to its answer. Milliseconds. */
  roundTrip(worker: Worker): Promise<number>;
  close(): Promise<void>;
}

/** Time for what opening or closing a tab has set off in the worker to be over. Milliseconds. */
const SETTLING = 300;

export async function openStage(kind: BrowserKind, extensionDir: string, fakeWeb: FakeWeb): Promise<Stage> {
  const start = kind === 'chromium' ? startChromium : startFirefox;
  const session = await start({ extensionDir, fakeWeb });
  // Keeps the extension's process alive, as a worker that runs does, and asks what is to be asked.
  let keeper: Page | null = null;

  const keeperPage = async () => {
    keeper ??= await session.openExtensionPage(BARE_PAGE);
    return keeper;
  };

  const roundTrip = async (worker: Worker): Promise<number> => {
    const page = await keeperPage();
    for (;;) {
      if (worker === 'asleep') await session.killWorker();
      const taken = await page.evaluate(roundTripScript, worker === 'awake');
      if (taken !== null) return taken;
      await pause(SETTLING);
    }
  };

  const sleep = async () => {
    await keeper?.close();
    keeper = null;
    await pause(SETTLING);
    await session.killWorker();
  };

  return {
    session,
    async load(address, worker) {
      if (worker === 'awake') await roundTrip('awake');
      const page = await session.openPage();
      await pause(SETTLING);
      if (worker === 'asleep') await sleep();
      await session.goto(page, address);
      const times = await timesOf(page);
      await page.close();
      return times;
    },
    async roundTrip(worker) {
      await roundTrip('awake');
      await pause(SETTLING);
      return roundTrip(worker);
    },
    close: () => session.close(),
  };
}
