import browser from 'webextension-polyfill';

/** Whether this is Firefox, for the few things in which browsers differ and nothing else tells. */
export const IS_FIREFOX = 'getBrowserInfo' in browser.runtime;
