import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { placeOf } from '../domain/site-list';
import { broadcastPassHere } from './messaging';
import { openPage } from './open-page';
import { text } from './text';

/** What can be asked of the extension without opening a page of it. */
export interface Reach {
  /** Whether it is pinned. */
  onRock: (title: string) => Promise<boolean>;
  onDone: () => Promise<unknown>;
}

/** The first is for selected words, the others are for the page. */
const MENUS = ['rock', 'add_site', 'add_page', 'keep_open'] as const;

let offered: Promise<void> = Promise.resolve();

/** Offers the items of the menu of a page, or takes them back. Browsers keep them, in the language of this moment. */
export function offerMenus(on: boolean): Promise<void> {
  offered = offered.catch(() => undefined).then(() => changeMenus(on));
  return offered;
}

async function changeMenus(on: boolean): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const id of on ? MENUS : [])
    browser.contextMenus.create({
      id,
      title: text(`menu_${id}`),
      contexts: [id === 'rock' ? 'selection' : 'page'],
      documentUrlPatterns: ['*://*/*'],
    });
}

/** Hears the context menu, the keyboard, the address bar and clicks on notifications. Called as `listen` is. */
export function listenToReach({ onRock, onDone }: Reach): void {
  browser.contextMenus.onClicked.addListener(click => void clicked(click, onRock));
  browser.commands.onCommand.addListener(async (command, tab?: Tabs.Tab) => {
    if (command === 'pass-here') await broadcastPassHere();
    else if (command === 'add_site') await addToList(command, tab?.url);
    else await onDone().then(() => showPopup());
  });
  browser.omnibox.setDefaultSuggestion({ description: text('omnibox_pin') });
  browser.omnibox.onInputEntered.addListener(title => void pin(title, onRock));
  hearNotices();
  // They are there only with the permission, which may come later.
  browser.permissions.onAdded.addListener(hearNotices);
}

/** Adding the same listener again changes nothing. */
const hearNotices = (): void => browser.notifications?.onClicked.addListener(noticeClicked);

function noticeClicked(id: string): void {
  void browser.notifications.clear(id);
  void (id === 'start' ? showPopup() : openPage('report'));
}

async function clicked({ menuItemId, selectionText, pageUrl }: Menus.OnClickData, onRock: Reach['onRock']) {
  if (menuItemId === 'rock') await pin(selectionText ?? '', onRock);
  else await addToList(String(menuItemId), pageUrl);
}

/** Opens the settings with the site filled in: there the browser can be asked for access, and the category chosen. */
async function addToList(what: string, address: string | undefined): Promise<void> {
  const place = placeOf(address ?? '');
  if (place === null) return openPage('settings', '#sites');
  const pattern = (what !== 'add_site' && place.path) || place.host;
  await openPage('settings', `#add=${encodeURIComponent(what === 'keep_open' ? `+${pattern}` : pattern)}`);
}

/** The popup shows the rock, or has the words that cannot be the rock: they may be made one after all. */
async function pin(title: string, onRock: Reach['onRock']): Promise<void> {
  const isPinned = await onRock(title);
  const draft = isPinned ? '' : `#${encodeURIComponent(title.slice(0, LONGEST_DRAFT).toWellFormed())}`;
  await browser.action.setPopup({ popup: POPUP + draft });
  await showPopup();
}

const POPUP = 'src/pages/popup/index.html';

/** More is no title, and no address. */
const LONGEST_DRAFT = 2000;

/** There what has happened is to be seen. Where the browser does not let us, it is when the person opens it. */
const showPopup = (): Promise<void> => browser.action.openPopup().catch(() => undefined);
