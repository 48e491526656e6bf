import type { BrowserSession } from './harness/browser-session';
import { evaluateInChrome } from './harness/firefox-privileged';

/** Whether the background runs, asked of the browser without waking or holding it. */
export async function isWorkerRunning(session: BrowserSession): Promise<boolean> {
  if (session.kind === 'firefox') {
    const state = await evaluateInChrome(
      session.browser(),
      "WebExtensionPolicy.getByID('big-rock@extension').extension.backgroundState",
    );
    return state !== 'stopped';
  }
  const devTools = await session.browser().target().createCDPSession();
  const { targetInfos } = await devTools.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  await devTools.detach();
  return targetInfos.some(({ url }) => url.startsWith(session.extensionUrl('')));
}

/** Counts from now on how often the background starts, asking nothing of it meanwhile; returns the count so far. */
export async function countWorkerStarts(session: BrowserSession): Promise<() => Promise<number>> {
  return session.kind === 'firefox' ? countInFirefox(session) : countInChromium(session);
}

async function countInFirefox(session: BrowserSession): Promise<() => Promise<number>> {
  const extension = "WebExtensionPolicy.getByID('big-rock@extension').extension";
  await evaluateInChrome(
    session.browser(),
    `${extension}.startsCounted = 0;
    ${extension}.on('background-script-started', () => void ${extension}.startsCounted++);
    null`,
  );
  return async () => Number(await evaluateInChrome(session.browser(), `${extension}.startsCounted`));
}

async function countInChromium(session: BrowserSession): Promise<() => Promise<number>> {
  const devTools = await session.browser().target().createCDPSession();
  let starts = 0;
  devTools.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.url.startsWith(session.extensionUrl(''))) starts++;
  });
  // It tells of those that are there at once, before it answers.
  await devTools.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'service_worker' }] });
  starts = 0;
  return async () => starts;
}
