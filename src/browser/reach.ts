import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { placeOf } from '../domain/site-list';
import { broadcastPassHere } from './messaging';
import { openPage } from './open-page';
import { text } from './text';
import { IS_FIREFOX } from './which';

/** What can be asked of the extension without opening a page of it. */
export interface Reach {
  onRock: (title: string) => Promise<void>;
  onDone: () => Promise<void>;
  /** The title of the rock that is open; null while there is none. */
  openRock: () => Promise<string | null>;
}

const WEB = ['http://*/*', 'https://*/*'];

const MENUS = [
  { id: 'rock', title: 'menu_rock', contexts: ['selection'] },
  { id: 'add-site', title: 'menu_add_site', contexts: ['page'] },
  { id: 'add-page', title: 'menu_add_page', contexts: ['page'] },
  { id: 'keep-open', title: 'menu_keep_open', contexts: ['page'] },
] as const;

/** Browsers keep the menu from the installation on, in the language of that time. */
export async function offerMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, contexts } of MENUS)
    browser.contextMenus.create({
      id,
      title: text(title),
      contexts: [...contexts],
      documentUrlPatterns: WEB,
    });
}

/** Hears the context menu, the keyboard, the address bar and clicks on notifications. Called as `listen` is. */
export function listenToReach({ onRock, onDone, openRock }: Reach): void {
  browser.contextMenus.onClicked.addListener((click, tab) => void clicked(click, tab, onRock));
  browser.commands.onCommand.addListener(async (command, tab?: Tabs.Tab) => {
    if (command === 'pass-here') await broadcastPassHere();
    else if (command === 'add-site') await addToList('add-site', (tab ?? (await activeTab()))?.url);
    else await onDone().then(showPopup);
  });
  browser.omnibox.onInputStarted.addListener(async () => {
    const rock = await openRock();
    const description = rock === null ? text('omnibox_pin') : text('omnibox_open', rock);
    browser.omnibox.setDefaultSuggestion({ description: IS_FIREFOX ? description : escaped(description) });
  });
  browser.omnibox.onInputEntered.addListener(title => void onRock(title).then(showPopup));
  // There only with the permission, which may come later: then from the next start of the worker on.
  browser.notifications?.onClicked.addListener(id => {
    void browser.notifications.clear(id);
    void openPage('report');
  });
}

async function clicked(
  { menuItemId, selectionText, pageUrl }: Menus.OnClickData,
  tab: Tabs.Tab | undefined,
  onRock: Reach['onRock'],
): Promise<void> {
  if (menuItemId === 'rock') await onRock(selectionText ?? '').then(showPopup);
  else await addToList(String(menuItemId), pageUrl ?? tab?.url);
}

/** Opens the settings with the site filled in: there the browser can be asked for access, and the category chosen. */
async function addToList(what: string, address: string | undefined): Promise<void> {
  const place = placeOf(address ?? '');
  if (place === null) return openPage('settings', '#sites');
  const pattern = what === 'add-site' ? place.host : (place.path ?? place.host);
  const sign = what === 'keep-open' ? '+' : '';
  await openPage('settings', `#add=${encodeURIComponent(sign + pattern)}`);
}

async function activeTab(): Promise<Tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}

/** There what has happened is to be seen, and why it has not. Where the browser does not let us, the toolbar says enough. */
const showPopup = (): Promise<void> => browser.action.openPopup().catch(() => undefined);

/** Chromium takes a suggestion for XML. */
const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
