import browser from 'webextension-polyfill';
import { REVIVAL } from '../domain/rhythm';
import { type Instant, MINUTE } from '../domain/time';

/** Every alarm there is. */
export const ALARMS = { change: 'change', revival: 'revival' } as const;

/** Wakes the worker when the gate may open or close although nothing happens. */
export async function wakeAt(at: Instant): Promise<void> {
  const installed = await browser.alarms.get(ALARMS.change);
  if (installed?.scheduledTime !== at) browser.alarms.create(ALARMS.change, { when: at });
}

/** Wakes the worker every so often from now on. */
export function revive(): void {
  browser.alarms.create(ALARMS.revival, { periodInMinutes: REVIVAL / MINUTE });
}

/** While a listed site is attended, an alarm starts the beats again should the worker have been killed. */
export async function keepReviving(on: boolean): Promise<void> {
  const installed = await browser.alarms.get(ALARMS.revival);
  if (on && !installed) revive();
  if (!on && installed) await browser.alarms.clear(ALARMS.revival);
}
