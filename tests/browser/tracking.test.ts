import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, BROWSERS, PAGES, seconds, startBrowser, until } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { waitFor } from './harness/by-role';
import { type Display, startDisplay } from './harness/display';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';

interface Exported {
  visits: { start: string; end: string; site: string }[];
  days: { site: string; seconds: number; checks: number }[];
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

  /** Goes to an address and stays there for a while. */
  async function stayOn(address: string, length: number): Promise<void> {
    await session.goto(page, address);
    await seconds(length);
  }

  /** Seconds between the requests for two sites' pages, by the test's own clock: how long the first was in front. */
  function between(host: string, nextHost: string): number {
    const [from, to] = [web.hits(host).at(0)?.at, web.hits(nextHost).at(0)?.at];
    if (from === undefined || to === undefined) throw new Error(`${host} or ${nextHost} was not asked for`);
    return (to - from) / 1000;
  }

  const timeOf = (all: Exported, site: string) => {
    const [total] = all.days.filter(row => row.site === site);
    const visits = all.visits.filter(visit => visit.site === site);
    const sum = visits.reduce((ms, { start, end }) => ms + Date.parse(end) - Date.parse(start), 0) / 1000;
    expect(sum).toBeCloseTo(total?.seconds ?? 0, 3);
    return sum;
  };

  it('15 s on one site and 10 s on another are reported within 0.5 s', async () => {
    await stayOn('https://www.facebook.com/', 15);
    await stayOn('https://mail.google.com/', 10);
    await session.goto(page, 'https://after.example/');
    const all = await exported();
    const facebook = between('www.facebook.com', 'mail.google.com');
    const gmail = between('mail.google.com', 'after.example');
    expect(facebook).toBeGreaterThan(15);
    expect(Math.abs(timeOf(all, 'facebook.com') - facebook)).toBeLessThan(0.5);
    expect(Math.abs(timeOf(all, 'mail.google.com') - gmail)).toBeLessThan(0.5);
    expect(all.days.map(({ site }) => site).sort()).toEqual(['facebook.com', 'mail.google.com']);
  });

  it('a worker killed in the middle changes no figure', async () => {
    await stayOn('https://www.facebook.com/', 8);
    await session.killWorker();
    await seconds(8);
    await session.goto(page, 'https://after.example/');
    const truth = between('www.facebook.com', 'after.example');
    expect(Math.abs(timeOf(await exported(), 'facebook.com') - truth)).toBeLessThan(0.5);
  });

  it('a browser killed loses at most 2 s, and none of what was finished', async () => {
    await stayOn('https://mail.google.com/', 5);
    await stayOn('https://www.facebook.com/', 9);
    const killedAt = Date.now();
    await session.crash();
    await seconds(3);
    await session.reopen();
    page = await session.openPage('https://unlisted.example/');
    const all = await exported();
    const gmail = between('mail.google.com', 'www.facebook.com');
    expect(Math.abs(timeOf(all, 'mail.google.com') - gmail)).toBeLessThan(0.5);
    const facebook = (killedAt - (web.hits('www.facebook.com').at(0)?.at ?? 0)) / 1000;
    const lost = facebook - timeOf(all, 'facebook.com');
    // The 2 s, and what a page takes from its request to being shown.
    expect(lost).toBeLessThan(2.5);
    expect(lost).toBeGreaterThan(-0.5);
  });

  it('Export JSON hands over a file with the visit that is going on', async () => {
    const report = await session.openExtensionPage(PAGES.report);
    const button = await waitFor(report, 'button', 'Export JSON');
    await page.bringToFront();
    await stayOn('https://www.facebook.com/', 4);
    await button.evaluate(element => (element as HTMLButtonElement).click());
    const saved = () => session.downloads('.json');
    await until(async () => (await saved()).length > 0, 'No file was saved');
    const stayed = (Date.now() - (web.hits('www.facebook.com').at(0)?.at ?? 0)) / 1000;
    const [file = ''] = await saved();
    const all: Exported & { format: string } = JSON.parse(file);
    expect(all.format).toBe('big-rock');
    expect(all.visits.map(({ site }) => site)).toEqual(['facebook.com']);
    expect(Math.abs(timeOf(all, 'facebook.com') - stayed)).toBeLessThan(0.5);
    await session.goto(page, 'https://after.example/');
    await report.close();
  });
});
