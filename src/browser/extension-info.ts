import browser from 'webextension-polyfill';

/** The version as the manifest says it, `1.2.3`. */
export const extensionVersion = (): string => browser.runtime.getManifest().version;
