import browser from 'webextension-polyfill';

/** Opens a page of the extension in a tab of its own. */
export async function openPage(name: 'welcome' | 'settings' | 'report', fragment = ''): Promise<void> {
  const url = browser.runtime.getURL(`src/pages/${name}/index.html${fragment}`);
  // At a slow start there may be no window yet that could take a tab.
  await browser.tabs.create({ url }).catch(() => browser.windows.create({ url }));
}
