interface ExtensionApi {
  runtime: { sendMessage: (message: unknown) => Promise<unknown> };
  tabs: { query: (what: object) => Promise<{ url?: string }[]> };
}

/** Runs inside a page of the extension: sends a message to the background and gives back its answer. */
export function sendMessageScript(message: unknown): Promise<unknown> {
  const scope = globalThis as unknown as Partial<Record<'browser' | 'chrome', ExtensionApi>>;
  const api = scope.browser ?? scope.chrome;
  return api?.runtime.sendMessage(message) ?? Promise.reject(new Error('Not a page of an extension.'));
}

/** Runs inside a page of the extension: the addresses of all tabs, as far as the extension sees them. */
export async function tabAddressesScript(): Promise<(string | null)[]> {
  const scope = globalThis as unknown as Partial<Record<'browser' | 'chrome', ExtensionApi>>;
  const api = scope.browser ?? scope.chrome;
  return ((await api?.tabs.query({})) ?? []).map(({ url }) => url ?? null);
}

/** Runs inside a page of the extension: whether any tab plays sound, as far as the browser knows. */
export async function isAudibleScript(): Promise<boolean> {
  const scope = globalThis as unknown as Partial<Record<'browser' | 'chrome', ExtensionApi>>;
  const api = scope.browser ?? scope.chrome;
  return ((await api?.tabs.query({ audible: true })) ?? []).length > 0;
}

/** Runs inside any page: when it had been parsed, and so had come in place of the one before. Milliseconds since 1970. */
export function parsedAtScript(): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!navigation) throw new Error('The browser does not tell when the page was parsed.');
  return performance.timeOrigin + navigation.domInteractive;
}

/** Runs inside a page of the extension: whether it has this item in the menu of pages; only such can be changed. */
export async function hasMenuItemScript(id: string): Promise<boolean> {
  const { chrome } = globalThis as never as {
    chrome: { contextMenus: { update: (id: string, change: object) => Promise<void> } };
  };
  return chrome.contextMenus.update(id, { enabled: true }).then(
    () => true,
    () => false,
  );
}

/** Runs inside a page of the extension: what stands in the field for a rock in the popup; null where there is none. */
export function popupFieldScript(): string | null {
  const { chrome } = globalThis as never as {
    chrome: { extension: { getViews: (of: { type: 'popup' }) => Window[] } };
  };
  const [popup] = chrome.extension.getViews({ type: 'popup' });
  return popup?.document.querySelector<HTMLInputElement>('#pin-title')?.value ?? null;
}

/** Runs inside a page of the extension: whether the popup is open and its day has been read. */
export function isPopupReadyScript(): boolean {
  const { chrome } = globalThis as never as {
    chrome: { extension: { getViews: (of: { type: 'popup' }) => Window[] } };
  };
  const [view] = chrome.extension.getViews({ type: 'popup' });
  return view?.document.hasFocus() === true && view.document.querySelector('main section') !== null;
}

/** Runs inside a page of the extension: has the toolbar's next popup be at this address. */
export async function setPopupScript(popup: string): Promise<void> {
  const { chrome } = globalThis as never as {
    chrome: { action: { setPopup: (details: { popup: string }) => Promise<void> } };
  };
  await chrome.action.setPopup({ popup });
}

/** Runs inside a page of the extension: whether the toolbar's popup is open. */
export function hasPopupScript(): boolean {
  const { chrome } = globalThis as never as {
    chrome: { extension: { getViews: (of: { type: 'popup' }) => unknown[] } };
  };
  return chrome.extension.getViews({ type: 'popup' }).length > 0;
}

/** Runs inside any page in front: whether it was drawn, and drawn again after that. */
export async function isDrawnScript(): Promise<boolean> {
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  return performance.getEntriesByName('first-contentful-paint').length > 0;
}
