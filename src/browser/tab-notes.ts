import browser from 'webextension-polyfill';

/** What is remembered of tabs until the browser is closed. */
export type TabNote = 'stood-open' | 'went-back';

/** Notes something about tabs. */
export async function noteTabs(note: TabNote, tabIds: readonly number[]): Promise<void> {
  if (tabIds.length === 0) return;
  await browser.storage.session.set({ [note]: [...new Set([...(await noted(note)), ...tabIds])] });
}

/** Whether it was noted of a tab; it is forgotten by that. */
export async function takeNote(note: TabNote, tabId: number): Promise<boolean> {
  const tabIds = await noted(note);
  if (!tabIds.includes(tabId)) return false;
  await browser.storage.session.set({ [note]: tabIds.filter(id => id !== tabId) });
  return true;
}

async function noted(note: TabNote): Promise<number[]> {
  const { [note]: tabIds } = await browser.storage.session.get(note);
  return (tabIds as number[] | undefined) ?? [];
}
