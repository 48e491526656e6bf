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
