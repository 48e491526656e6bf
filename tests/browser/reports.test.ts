import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../src/domain/calendar';
import { periodWith } from '../../src/domain/period';
import type { DayKey } from '../../src/domain/time';
import { instant } from '../../src/domain/time';
import { longHistory } from '../fixtures/decade';
import { ask, BROWSERS, headed, PAGES, pinRock, startBrowser, until, workAllDay } from './browsers';
import type { BrowserSession } from './harness/browser-session';
import { click, waitFor } from './harness/by-role';
import { type FakeWeb, startFakeWeb } from './harness/fake-web';
import { fillHistory } from './history';
import { faultsOf } from './page-faults';

/** What stands at the top of each view, by the same calendar that the browser has. */
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

describe.each(BROWSERS)('reports in %s', kind => {
  let web: FakeWeb;
  let session: BrowserSession;
  let report: Page;
  let today: DayKey;
  /** What was wrong with the views of a history in which there was nothing yet. */
  const faultsBefore: string[] = [];

  beforeAll(async () => {
    web = await startFakeWeb();
    session = await startBrowser(kind, { fakeWeb: web });
    await workAllDay(session);
    await (await pinRock(session, 'Finish the Acme proposal')).close();
    const now = instant(Date.now());
    today = dayOf({ at: now, zone: ZONE }, 0);
    report = await session.openExtensionPage(PAGES.report);
    for (const hash of hashes()) {
      await goTo(hash);
      faultsBefore.push(...(await faultsOf(report)));
    }
    const first = `${Number(today.slice(0, 4)) - 1}-01-01` as DayKey;
    const history = longHistory({ first, last: today, zone: ZONE, seed: 'browser', until: now });
    await fillHistory(report, history, today);
    await ask(report, 'editSettings', { edit: 'set-guesses', guesses: { social: 30 } });
    await ask(report, 'editSettings', { edit: 'set-rate', hourlyRate: { amount: 36, currency: 'GBP' } });
  });

  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  const goTo = async (hash: string) => {
    await report.evaluate(hash => {
      location.hash = hash;
    }, hash);
    const isShown = () =>
      report.evaluate(
        hash =>
          location.hash === hash &&
          document.querySelector(`.views [aria-current][href="${hash}"]`) !== null &&
          document.querySelector('main [aria-busy="true"]') === null,
        hash,
      );
    await until(isShown, `${hash} is not shown`);
  };

  const hashes = () => [
    `#day/${today}`,
    `#day/${addDays(today, -3)}`,
    // The first day of one has nothing in it yet when it begins.
    ...(['week', 'month', 'year'] as const).map(
      each => `#${each}/${periodWith(each, addDays(today, -1)).key}`,
    ),
  ];

  it('axe finds nothing where nothing has happened yet', () => {
    expect(faultsBefore).toEqual([]);
  });

  it('every view adds up: its sites, its categories and what the background says', async () => {
    for (const hash of hashes()) {
      await goTo(hash);
      const sums = await report.evaluate(() => {
        const secondsOf = (caption: string) =>
          [...document.querySelectorAll('table')]
            .filter(table => table.caption?.textContent === caption)
            .flatMap(table => [...table.querySelectorAll('td.time time')])
            .map(time => Number(/\d+/.exec(time.getAttribute('datetime') ?? '')?.[0]));
        const sum = (all: number[]) => all.reduce((one, other) => one + other, 0);
        return { sites: sum(secondsOf('Time by site')), categories: sum(secondsOf('Time by category')) };
      });
      // Each is rounded down to whole seconds.
      expect(Math.abs(sums.sites - sums.categories)).toBeLessThan(20);
      if (!hash.startsWith('#day')) {
        expect(sums.sites).toBeGreaterThan(0);
        const key = hash.replace(/^#\w+\//, '');
        const told = await ask<{ sites: { time: number }[] }>(report, 'readPeriod', { period: key });
        const time = told.sites.reduce((all, site) => all + site.time, 0) / 1000;
        expect(Math.abs(sums.sites - time)).toBeLessThan(20);
      }
    }
  });

  it.each([
    ['wide', 1280, '', '100%'],
    ['narrow', 320, '', '100%'],
    ['from right to left', 800, 'rtl', '100%'],
    ['with letters twice as large', 800, '', '200%'],
  ])(
    'axe finds nothing on any view, light or dark, %s, and nothing is too wide',
    async (_, width, dir, size) => {
      await report.setViewport({ width, height: 900 });
      await report.evaluate(
        (dir, size) => {
          document.dir = dir;
          document.documentElement.style.fontSize = size;
        },
        dir,
        size,
      );
      for (const scheme of ['light', 'dark'] as const) {
        await session.prefer(report, { scheme });
        for (const hash of hashes()) {
          await goTo(hash);
          expect(await faultsOf(report), `${hash}, ${scheme}`).toEqual([]);
        }
      }
    },
  );

  it('hands over every day as CSV', async () => {
    await report.bringToFront();
    await click(report, 'button', 'Export CSV');
    await until(async () => (await session.downloads('.csv')).length > 0, 'No file was saved');
    const [csv = ''] = await session.downloads('.csv');
    const { days } = await ask<{ days: unknown[] }>(report, 'exportAll');
    const lines = csv.split('\r\n');
    expect(lines[0]).toBe('day,site,category,seconds,checks,attempts,passSeconds');
    expect(lines).toHaveLength(days.length + 2);
  });

  it('the review stays with its week', async () => {
    const { key } = periodWith('week', today);
    await goTo(`#week/${key}`);
    await report.bringToFront();
    const field = await waitFor(report, 'textbox', 'What got in the way?');
    await field.evaluate(element => {
      const area = element as HTMLTextAreaElement;
      area.value = 'The inbox before ten.';
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await click(report, 'button', 'Keep this review');
    await until(async () => {
      const { review } = await ask<{ review: { inTheWay: string } | null }>(report, 'readPeriod', {
        period: key,
      });
      return review?.inTheWay === 'The inbox before ten.';
    }, 'The review was not kept');
  });

  it('a site that is deleted is in no view any more, and that it was is said', async () => {
    const site = 'reddit.com';
    await ask(report, 'deleteHistory', { what: { of: 'site', site } });
    const { key } = periodWith('year', today);
    await goTo(`#year/${key}`);
    const names = () =>
      report.evaluate(() => [...document.querySelectorAll('td.site')].map(cell => cell.textContent?.trim()));
    await until(async () => !(await names()).includes(site), 'It is still there');
    await goTo(`#day/${today}`);
    await until(
      () =>
        report.evaluate(
          () => document.body.textContent?.includes('reddit.com was deleted from the history.') ?? false,
        ),
      'The day does not tell of it',
    );
  });

  it('an address that names nothing shows today, and says so', async () => {
    await report.evaluate(() => {
      location.hash = '#week/2026-W99';
    });
    await until(
      () =>
        report.evaluate(
          () => document.body.textContent?.includes('That is not a week, month or year') ?? false,
        ),
      'Nothing is said',
    );
    await goTo(`#day/${today}`);
    await headed(report, await report.evaluate(() => document.querySelector('h1')?.textContent ?? ''));
  });
});
