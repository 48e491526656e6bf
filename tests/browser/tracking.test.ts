import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, BROWSERS, PAGES, seconds, startBrowser, until } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { waitFor } from './harness/by-role';
import { type Display, startDisplay } from './harness/display';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { parsedAtScript } from './page-script';

interface Exported {
  visits: { start: string; end: string; site: string }[];
  days: { site: string; seconds: number; checks: number }[];
}

/** Something happened in between: milliseconds since 1970, by the one clock of test and browser. */
interface Span {
  from: number;
  to: number;
}

async function during(act: () => Promise<void>): Promise<Span> {
  const from = Date.now();
  await act();
  return { from, to: Date.now() };
}

/** Seconds recorded are those between two things that happened, give or take. */
function expectWithin(tolerance: number, recorded: number, began: Span, ended: Span): void {
  expect(recorded).toBeGreaterThan((ended.from - began.to) / 1000 - tolerance);
  expect(recorded).toBeLessThan((ended.to - began.from) / 1000 + tolerance);
}

/** Nothing is pinned here, so that nothing is blocked and all is measured. */
describe.each(BROWSERS)('time in %s', kind => {
  let web: FakeWeb;
  let display: Display;
  let session: BrowserSession;
  let page: Page;
  let letGo: () => void;

  beforeAll(async () => {
    web = await startFakeWeb();
    display = await startDisplay();
    letGo = display.keepAwake(3000);
  });

  beforeEach(async () => {
    await session?.close();
    web.clear();
    session = await startBrowser(kind, { fakeWeb: web, display: display.display });
    page = await session.openPage('https://unlisted.example/');
    await page.bringToFront();
  });

  afterAll(async () => {
    letGo?.();
    await session?.close();
    await display?.close();
    await web?.close();
  });

  /** Everything recorded, read from a page that then goes away. */
  async function exported(): Promise<Exported> {
    const report = await session.openExtensionPage(PAGES.report);
    const all = await ask<Exported>(report, 'exportAll');
    await report.close();
    return all;
  }

  /** Goes to an address; somewhere in the span that is returned, its page came in front. */
  async function goTo(address: string): Promise<Span> {
    const { hostname } = new URL(address);
    const before = web.hits(hostname).length;
    await session.goto(page, address);
    const asked = web.hits(hostname)[before]?.at;
    if (asked === undefined) throw new Error(`${address} was not asked for`);
    return { from: asked, to: await page.evaluate(parsedAtScript) };
  }

  /** Goes to an address and stays there for a while. */
  async function stayOn(address: string, length: number): Promise<Span> {
    const came = await goTo(address);
    await seconds(length);
    return came;
  }

  const timeOf = (all: Exported, site: string) => {
    const [total] = all.days.filter(row => row.site === site);
    const visits = all.visits.filter(visit => visit.site === site);
    const sum = visits.reduce((ms, { start, end }) => ms + Date.parse(end) - Date.parse(start), 0) / 1000;
    expect(sum).toBeCloseTo(total?.seconds ?? 0, 3);
    return sum;
  };

  it('15 s on one site and 10 s on another are reported within 0.5 s', async () => {
    const onFacebook = await stayOn('https://www.facebook.com/', 15);
    const onGmail = await stayOn('https://mail.google.com/', 10);
    const away = await goTo('https://after.example/');
    expect(onGmail.from - onFacebook.from).toBeGreaterThan(15_000);
    const all = await exported();
    expectWithin(0.5, timeOf(all, 'facebook.com'), onFacebook, onGmail);
    expectWithin(0.5, timeOf(all, 'mail.google.com'), onGmail, away);
    expect(all.days.map(({ site }) => site).sort()).toEqual(['facebook.com', 'mail.google.com']);
  });

  it('a worker killed in the middle changes no figure', async () => {
    const onFacebook = await stayOn('https://www.facebook.com/', 8);
    await session.killWorker();
    await seconds(8);
    const away = await goTo('https://after.example/');
    expectWithin(0.5, timeOf(await exported(), 'facebook.com'), onFacebook, away);
  });

  it('a browser killed loses at most 2 s, and none of what was finished', async () => {
    const onGmail = await stayOn('https://mail.google.com/', 5);
    const onFacebook = await stayOn('https://www.facebook.com/', 9);
    const killed = await during(() => session.crash());
    await seconds(3);
    await session.reopen();
    page = await session.openPage('https://unlisted.example/');
    const all = await exported();
    expectWithin(0.5, timeOf(all, 'mail.google.com'), onGmail, onFacebook);
    const atLeast = (killed.from - onFacebook.to) / 1000 - 2;
    expect(timeOf(all, 'facebook.com')).toBeGreaterThan(atLeast - 0.5);
    expect(timeOf(all, 'facebook.com')).toBeLessThan((killed.to - onFacebook.from) / 1000 + 0.5);
  });

  it('Export JSON hands over a file with the visit that is going on', async () => {
    const report = await session.openExtensionPage(PAGES.report);
    const button = await waitFor(report, 'button', 'Export JSON');
    await page.bringToFront();
    const onFacebook = await stayOn('https://www.facebook.com/', 4);
    const pressed = Date.now();
    await button.evaluate(element => (element as HTMLButtonElement).click());
    const saved = () => session.downloads('.json');
    await until(async () => (await saved()).length > 0, 'No file was saved');
    const read = { from: pressed, to: Date.now() };
    const [file = ''] = await saved();
    const all: Exported & { format: string } = JSON.parse(file);
    expect(all.format).toBe('big-rock');
    expect(all.visits.map(({ site }) => site)).toEqual(['facebook.com']);
    expectWithin(0.5, timeOf(all, 'facebook.com'), onFacebook, read);
    await session.goto(page, 'https://after.example/');
    await report.close();
  });
});
