import browser from 'webextension-polyfill';

/** As long as browsers allow; while nothing listed is in front, nobody's coming and going matters. */
const HARDLY_EVER = 4 * 60 * 60;

/** Hears people leave and come back. */
export function listenToIdleness(onMoved: () => void): void {
  browser.idle.onStateChanged.addListener(() => onMoved());
}

/**
 * Sets after how many seconds without input somebody counts as gone; null where that does not matter, so that it
 * wakes the worker for nothing as rarely as can be. Taking the listener away would not do: Firefox goes on waking the
 * worker for it. https://bugzilla.mozilla.org/show_bug.cgi?id=1899767
 */
export function watchIdleness(seconds: number | null): void {
  browser.idle.setDetectionInterval(seconds ?? HARDLY_EVER);
}
