import browser from 'webextension-polyfill';

/** As long as browsers allow; while nothing listed is in front, nobody's coming and going matters. */
const HARDLY_EVER = 4 * 60 * 60;

/**
 * Hears people leave and come back. Returns how to set after how many seconds without input somebody counts as gone;
 * null where that does not matter, so that it wakes the worker for nothing as rarely as can be. Taking the listener
 * away would not do: Firefox goes on waking the worker for it. https://bugzilla.mozilla.org/show_bug.cgi?id=1899767
 */
export function listenToIdleness(onMoved: () => void): (seconds: number | null) => void {
  browser.idle.onStateChanged.addListener(() => onMoved());
  // What this run has told the browser. Firefox answers each call with an event while nobody is there, so that telling
  // it again in answer to the event would never end.
  let told: number | null = null;
  return seconds => {
    const interval = seconds ?? HARDLY_EVER;
    if (interval === told) return;
    told = interval;
    browser.idle.setDetectionInterval(interval);
  };
}
