import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, Viewport } from 'puppeteer-core';
import { headed, PAGES, seconds, startBrowser, until, workAllDay } from './browsers';
import type { BrowserKind, BrowserSession } from './harness/browser-session';
import { click, fill, heading, texts, waitFor } from './harness/by-role';
import { html } from './harness/fake-answers';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { pause } from './harness/page-location';

export interface Tour {
  readonly kind: BrowserKind;
  /** Where each step leaves a picture. */
  readonly folder: string;
  /** Where the README's pictures are to be written, if they are. */
  readonly pictures?: string | undefined;
}

interface Visitor extends Tour {
  readonly web: FakeWeb;
  readonly session: BrowserSession;
}

/** What a step ends on, to be pictured, and what was seen there. */
interface View {
  readonly page: Page;
  readonly saw: string;
}

interface Step {
  readonly name: string;
  readonly viewport?: Viewport;
  take(visitor: Visitor): Promise<View>;
}

const ROCK = 'Send the renewal offer to Acme';
const SITE = 'facebook.com';
const ADDRESS = `https://www.${SITE}/groups?tab=1`;
const WINDOW: Viewport = { width: 1280, height: 800, deviceScaleFactor: 1 };
/** Higher than anything in it, or a scrollbar would take of its width; pictured as high as what is in it. */
const POPUP: Viewport = { width: 360, height: 1000, deviceScaleFactor: 2 };
const README_PAGE: Viewport = { width: 1000, height: 720, deviceScaleFactor: 2 };

/** Goes through the main job in a headless browser, over a web of its own; whether all of it went well. */
export async function takeTour(tour: Tour): Promise<boolean> {
  await mkdir(tour.folder, { recursive: true });
  const web = await startFakeWeb();
  web.route(`www.${SITE}`, '/groups', () => html('Groups', '<p>The site itself.</p>'));
  try {
    const session = await startBrowser(tour.kind, { fakeWeb: web, headless: true });
    try {
      return await takeSteps({ ...tour, web, session });
    } finally {
      await session.close();
    }
  } finally {
    await web.close();
  }
}

/** Each step stands on the one before, so the first that fails is the last. */
async function takeSteps(visitor: Visitor): Promise<boolean> {
  for (const [index, step] of STEPS.entries()) {
    const number = `${index + 1}/${STEPS.length}`;
    try {
      const { page, saw } = await step.take(visitor);
      const file = `${index + 1}-${step.name.replaceAll(' ', '-')}`;
      const path = `${join(visitor.folder, file)}.png` as const;
      await picture(page, path, step.viewport ?? WINDOW);
      console.log(`${number} ${step.name}: ${saw} (${path})`);
    } catch (error) {
      console.error(`${number} ${step.name}: FAILED: ${error instanceof Error ? error.message : error}`);
      return false;
    }
  }
  return true;
}

const STEPS: readonly Step[] = [
  { name: 'welcome', take: welcome },
  { name: 'settings', take: settings },
  { name: 'pin a rock', viewport: POPUP, take: pin },
  { name: 'blocked', take: visit },
  { name: 'done', viewport: POPUP, take: done },
  { name: 'back on the site', take: back },
  { name: 'report', take: report },
];

async function welcome({ session }: Visitor): Promise<View> {
  // Another of it than the one that opened by itself: Firefox finds no element by its name in that.
  const page = await session.openExtensionPage(PAGES.welcome);
  await waitFor(page, 'button', 'Allow on these sites');
  return { page, saw: `opened by itself, headed "${await heading(page)}"` };
}

async function settings({ session }: Visitor): Promise<View> {
  await workAllDay(session);
  const page = await session.openExtensionPage(PAGES.settings);
  const box = await waitFor(page, 'checkbox', 'All day, every day');
  await until(() => box.evaluate(it => (it as HTMLInputElement).checked), 'The box is not ticked');
  await box.evaluate(it => it.scrollIntoView({ block: 'center' }));
  return { page, saw: '"All day, every day" is ticked, and still is on a page opened anew' };
}

async function pin(visitor: Visitor): Promise<View> {
  if (visitor.pictures !== undefined) await spendTime(visitor);
  const page = await visitor.session.openExtensionPage(PAGES.popup);
  await fill(page, 'textbox', "Today's big rock", ROCK);
  await click(page, 'button', 'Pin it');
  await waitFor(page, 'button', 'Done');
  await headed(page, ROCK);
  await pictureForReadme(visitor, page, 'popup', POPUP);
  return { page, saw: `the popup is headed "${ROCK}" and offers Done` };
}

/** Before the first rock nothing is blocked and all is measured, so the README's popup has something to show. */
async function spendTime({ session, web }: Visitor): Promise<void> {
  const page = await session.openPage();
  await page.bringToFront();
  for (const [address, length] of [
    ['https://mail.google.com/', 185],
    [`https://www.${SITE}/`, 65],
  ] as const) {
    await session.goto(page, address);
    await seconds(length);
  }
  await page.close();
  web.clear();
}

async function visit(visitor: Visitor): Promise<View> {
  const { session, web } = visitor;
  const page = await session.openPage();
  await session.goto(page, ADDRESS);
  await session.waitForUrl(page, url => url === `${session.extensionUrl(PAGES.blocked)}#${ADDRESS}`);
  await headed(page, ROCK);
  await waitFor(page, 'button', 'Back to my rock');
  const requests = web.hits(`www.${SITE}`).length;
  if (requests > 0) throw new Error(`${requests} requests reached ${SITE}`);
  await pictureForReadme(visitor, page, 'block-page', README_PAGE);
  return { page, saw: `${ADDRESS} leads to the block page, and no request reached the site` };
}

async function done({ session }: Visitor): Promise<View> {
  const page = await openedAt(session, session.extensionUrl(PAGES.popup));
  await page.bringToFront();
  await click(page, 'button', 'Done');
  await waitFor(page, 'button', 'Not done after all');
  return { page, saw: 'the popup offers "Not done after all"' };
}

async function back({ session }: Visitor): Promise<View> {
  const page = await openedAt(session, ADDRESS);
  await headed(page, 'Groups');
  return { page, saw: `the blocked tab is at ${ADDRESS} by itself` };
}

async function report({ session }: Visitor): Promise<View> {
  const page = await session.openExtensionPage(PAGES.report);
  const row = async () => (await texts(page, 'tr:has(td.site)')).find(line => line.startsWith(SITE));
  await until(async () => (await row())?.endsWith('1') ?? false, `No row with one attempt on ${SITE}`);
  return { page, saw: `1 attempt on ${SITE}` };
}

/** The tab that shows an address, asking each document itself: Puppeteer misses some navigations in Firefox. */
async function openedAt(session: BrowserSession, address: string): Promise<Page> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    for (const page of await session.browser().pages()) {
      if ((await session.waitForUrl(page, () => true, 1000).catch(() => null)) === address) return page;
    }
    if (performance.now() > deadline) throw new Error(`No tab is at ${address}`);
    await pause(100);
  }
}

async function picture(page: Page, path: `${string}.png`, viewport: Viewport): Promise<void> {
  await page.bringToFront();
  await page.setViewport(viewport);
  await page.evaluate(standsStillScript);
  if (viewport === POPUP) {
    const height = await page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    await page.setViewport({ ...viewport, height });
  }
  await page.screenshot({ path });
}

/** Runs inside a page: resolves when its fonts are there and what moves has come to rest. */
async function standsStillScript(): Promise<void> {
  await document.fonts.ready;
  const ending = document.getAnimations().filter(it => it.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(it => it.finished));
}

async function pictureForReadme(
  { kind, pictures }: Visitor,
  page: Page,
  name: string,
  viewport: Viewport,
): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  if (kind === 'chromium') {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  }
  await picture(page, `${pictures}/${name}.png`, viewport);
}
