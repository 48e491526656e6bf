import type { Page } from 'puppeteer-core';
import { addSite, seconds, until } from '../../browsers';
import { html } from '../../harness/fake-answers';
import type { Desk } from './desk';
import { compared, type Finding } from './finding';
import { readRecorded } from './recorded';
import type { Scenario } from './scenario';

export const SWITCHING: readonly Scenario[] = [
  { name: '40 switches, 4 sites in 2 windows', key: 'switches', play: manySwitches },
  { name: 'addresses changed in the page', key: 'in-page', play: inPage },
];

const SITES = ['facebook.com', 'mail.google.com', 'reddit.com', 'espn.com'] as const;

/** A window with two tabs, of which one is active. */
interface TwoTabs {
  /** As X knows it. */
  readonly id: string;
  readonly tabs: readonly { readonly site: string; readonly page: Page }[];
  active: number;
}

/** In turn: to the other tab of the window, and to the other window, on whichever tab is active there. */
async function manySwitches(desk: Desk): Promise<Finding[]> {
  const { session, display, page, ledger, leave } = desk;
  const firstId = await display.activeWindow();
  const one = [page, await openBeside(page)] as const;
  const newPage = await session.browser().newPage({ type: 'window' });
  await until(
    async () => !['', firstId].includes(await display.activeWindow()),
    'The new window did not come to the front',
  );
  const otherId = await display.activeWindow();
  const other = [newPage, await openBeside(newPage)] as const;
  const windows = [
    await twoTabs(desk, firstId, [SITES[0], SITES[1]], one),
    await twoTabs(desk, otherId, [SITES[2], SITES[3]], other),
  ] as const;
  let front: 0 | 1 = 1;
  for (let turn = 0; turn < 40; turn++) {
    await seconds(1);
    const isAcrossWindows = turn % 2 === 1;
    if (isAcrossWindows) front = front === 0 ? 1 : 0;
    else windows[front].active = 1 - windows[front].active;
    const { id, tabs, active } = windows[front];
    const tab = tabs[active];
    if (!tab) throw new Error('A window without a tab');
    ledger.attend(tab.site);
    if (isAcrossWindows) await display.xdotool('windowactivate', id);
    else await tab.page.bringToFront();
    await isFront(tab.page, id, desk);
  }
  await seconds(1);
  const last = windows[front];
  await leave(last.tabs[last.active]?.page);
  return compared(ledger, await readRecorded(session));
}

async function twoTabs(
  { visit, display, ledger }: Desk,
  id: string,
  sites: readonly [string, string],
  pages: readonly [Page, Page],
): Promise<TwoTabs> {
  ledger.attend(null);
  await display.xdotool('windowactivate', '--sync', id);
  for (const [i, page] of pages.entries()) {
    ledger.attend(null);
    await page.bringToFront();
    await visit(`https://${sites[i]}/`, sites[i] ?? null, page);
  }
  return { id, tabs: pages.map((page, i) => ({ site: sites[i] ?? '', page })), active: 1 };
}

/** A tab in the window of another page, which is in front: Puppeteer knows no way to say in which window. */
async function openBeside(page: Page): Promise<Page> {
  const opened = new Promise<Page | null>(resolve => page.once('popup', resolve));
  await page.evaluate(() => void open('about:blank'));
  const beside = await opened;
  if (!beside) throw new Error('No tab was opened');
  return beside;
}

/** Whether a tab is active and its window has the focus, by the page and by X: a page may leave both to the address bar. */
async function isFront(page: Page, windowId: string, { display }: Desk): Promise<void> {
  const isShown = () => page.evaluate(() => document.visibilityState === 'visible');
  const isFocused = async () => (await display.activeWindow()) === windowId;
  await until(
    async () => (await isShown()) && (await isFocused()),
    `${page.url()} did not come to the front`,
  );
}

/** Between two listed paths and an exception of one site, without a page load. */
async function inPage({ session, web, page, ledger, visit, leave }: Desk): Promise<Finding[]> {
  await addSite(session, 'linkedin.com/feed', 'Social');
  await page.bringToFront();
  web.route('www.linkedin.com', '/feed/', () => html('Feed'));
  await visit('https://www.linkedin.com/feed/', 'linkedin.com/feed');
  const path = async (to: string, site: string | null) => {
    await seconds(3);
    ledger.attend(site);
    await page.evaluate(address => history.pushState(null, '', address), to);
  };
  for (let round = 0; round < 3; round++) {
    await path('/messaging/', null);
    await path('/notifications/', 'linkedin.com');
    await path('/feed/', 'linkedin.com/feed');
  }
  await seconds(3);
  await leave();
  return compared(ledger, await readRecorded(session));
}
