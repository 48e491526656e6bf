import browser from 'webextension-polyfill';
import type { Projection } from '../domain/projection';

/** Shows on the toolbar whether sites are blocked, opened by a rock done, or off hours. */
export async function showIcon(icon: Projection['icon']): Promise<void> {
  const path = Object.fromEntries([16, 32].map(size => [size, `/icons/${icon}-${size}.png`]));
  await browser.action.setIcon({ path });
}
