import browser from 'webextension-polyfill';

/**
 * Hears people leave and come back. Added in the first turn like every listener, and taken away by `watchIdleness`
 * while no listed site is in front, so that nobody's coming and going wakes the worker for nothing.
 */
export function idlenessWatch(onMoved: () => void) {
  const { onStateChanged } = browser.idle;
  const listener = () => onMoved();
  onStateChanged.addListener(listener);
  return (seconds: number | null): void => {
    if (seconds === null) onStateChanged.removeListener(listener);
    else {
      browser.idle.setDetectionInterval(seconds);
      if (!onStateChanged.hasListener(listener)) onStateChanged.addListener(listener);
    }
  };
}
