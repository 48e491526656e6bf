import browser from 'webextension-polyfill';
import type { Duration } from '../domain/time';
import { IS_FIREFOX } from './which';

/** Short enough to tell when somebody left to a tenth of a second on average, and one cheap call. */
const GLANCE: Duration = 200;

/**
 * Whether the browser tells when another program comes in front, and when it itself does again. Firefox does. Chromium
 * says nothing, neither way, while the focus is inside a page; asked, it knows. Seen on X11 and reported of Windows:
 * https://github.com/GoogleChrome/developer.chrome.com/issues/3082
 */
export const IS_FOCUS_TOLD = IS_FIREFOX;

/** While it is on, asks the browser often whether it has the focus, if it does not tell by itself. */
export function createFocusWatch(onMoved: () => void): (on: boolean) => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last: string | null = null;
  const glance = async () => {
    const window = await browser.windows.getLastFocused().catch(() => null);
    if (timer === null) return;
    const now = `${window?.id} ${window?.focused}`;
    if (last !== null && now !== last) onMoved();
    last = now;
    timer = setTimeout(glance, GLANCE);
  };
  return on => {
    if (IS_FOCUS_TOLD || on === (timer !== null)) return;
    if (timer !== null) clearTimeout(timer);
    last = null;
    timer = on ? setTimeout(glance, 0) : null;
  };
}
