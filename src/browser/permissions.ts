import browser from 'webextension-polyfill';

/**
 * Asks the user for access to hosts; false where they decline or the browser cannot ask. Must be called in the turn
 * of a click: browsers show the question only as an answer to one.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/permissions/request
 */
export async function requestAccess(origins: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [...origins] });
  } catch {
    return false;
  }
}

/** The host permissions granted, as match patterns. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

const NOTIFICATIONS = { permissions: ['notifications' as const] };

/** Whether the person lets us notify them. */
export const mayNotify = (): Promise<boolean> => browser.permissions.contains(NOTIFICATIONS);

/** Asks to be allowed to notify, and tells whether that is so then. Must be called in the turn of a click, as above. */
export async function requestNotifications(): Promise<boolean> {
  try {
    return await browser.permissions.request(NOTIFICATIONS);
  } catch {
    return false;
  }
}

/** Gives the permission back, and tells whether it is still there. */
export async function stopNotifications(): Promise<boolean> {
  await browser.permissions.remove(NOTIFICATIONS);
  return mayNotify();
}
