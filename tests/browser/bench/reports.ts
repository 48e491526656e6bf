import type { Page } from 'puppeteer-core';
import { dayOf } from '../../../src/domain/calendar';
import { instant } from '../../../src/domain/time';
import { decade } from '../../fixtures/decade';
import { ask, BROWSERS, PAGES, pinRock, startBrowser, until, workAllDay } from '../browsers';
import type { BrowserKind } from '../harness/browser-session';
import { type FakeWeb, startFakeWeb } from '../harness/fake-web';
import { fillHistory } from '../history';
import { namedIn } from './chosen';
import { type Spread, spreadOf } from './samples';
import { SPREAD_COLUMNS, spreadRow, type Table } from './table';

const ROUNDS = 11;

/** Where one goes from and to, by the fragment of the address; `#day/…` is of a day that nothing was read of yet. */
const VIEWS = [
  ['day', (i: number) => `#day/${2018 + (i % 8)}-03-${String(10 + i).padStart(2, '0')}`],
  ['week', (i: number) => `#week/${2018 + (i % 8)}-W${String(20 + i).padStart(2, '0')}`],
  ['month', (i: number) => `#month/${2018 + (i % 8)}-${String(1 + i).padStart(2, '0')}`],
  ['year', (i: number) => `#year/${2017 + (i % 9)}`],
] as const;

/** How long the views of ten years of daily use take to be painted. */
export async function reports(): Promise<Table[]> {
  const kinds = namedIn('BENCH_BROWSER', BROWSERS, kind => kind);
  const web = await startFakeWeb();
  try {
    const tables: Table[] = [];
    for (const kind of kinds) tables.push(await measured(kind, web));
    return tables;
  } finally {
    await web.close();
  }
}

async function measured(kind: BrowserKind, web: FakeWeb): Promise<Table> {
  const session = await startBrowser(kind, { fakeWeb: web });
  try {
    await workAllDay(session);
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const now = instant(Date.now());
    const before = await popupTimes(session);
    await (await pinRock(session, 'Finish the Acme proposal')).close();
    const report = await session.openExtensionPage(PAGES.report);
    const records = decade(now, zone);
    await fillHistory(report, records, dayOf({ at: now, zone }, 0));
    const after = await popupTimes(session);
    const rows = [
      spreadRow('popup, nothing in the database: painted', before),
      spreadRow('popup, ten years: painted', after, { name: 'nothing', spread: before }),
    ];
    await report.bringToFront();
    for (const [view, hashOf] of VIEWS) {
      const times: number[] = [];
      for (let i = 0; i < ROUNDS; i++) {
        times.push(await hopTo(report, hashOf(i)));
        // What is read ahead after it must not stand in the way of the next.
        await until(() => isQuiet(report), 'The page goes on reading');
      }
      rows.push(spreadRow(`${view}, never read before: painted`, spreadOf(times)));
    }
    const clicks: number[] = [];
    const links = ['week', 'month', 'year', 'day'];
    for (let i = 0; i < ROUNDS * links.length; i++) {
      await until(() => isQuiet(report), 'The page goes on reading');
      clicks.push(await hopTo(report, await linkTo(report, links[i % links.length] ?? 'day')));
    }
    rows.push(spreadRow('click on Day, Week, Month or Year: painted', spreadOf(clicks)));
    const { length: days } = records.terms;
    return {
      title: `reports of ten years in ${await session.browser().version()}, ${ROUNDS} rounds`,
      columns: ['', ...SPREAD_COLUMNS],
      rows,
      notes: [
        `${days} days, ${records.visits.length} visits, made up by a seeded script.`,
        'From the change of the address, which is what a click does, to the end of the frame that paints it.',
      ],
    };
  } finally {
    await session.close();
  }
}

const linkTo = (page: Page, view: string): Promise<string> =>
  page.evaluate(
    view => document.querySelector<HTMLAnchorElement>(`.views [href^="#${view}/"]`)?.hash ?? '',
    view,
  );

/** Milliseconds until the view of this address is painted. */
function hopTo(page: Page, hash: string): Promise<number> {
  return page.evaluate(hash => {
    const heading = () => document.querySelector('h1')?.textContent;
    const current = () => document.querySelector('.views [aria-current]')?.getAttribute('href');
    const from = `${current()} ${heading()}`;
    const start = performance.now();
    location.hash = hash;
    return new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error(`${hash} was not shown`)), 20_000);
      const look = () => {
        if (`${current()} ${heading()}` === from) return;
        observer.disconnect();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - start);
        // A message sent from a frame's callback arrives when that frame has been painted.
        requestAnimationFrame(() => channel.port2.postMessage(null));
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      look();
    });
  }, hash);
}

/** Asks twice with some time between: whatever the page had asked before is answered then. */
async function isQuiet(page: Page): Promise<boolean> {
  await page.evaluate(() => new Promise(done => setTimeout(done, 250)));
  await ask(page, 'readDay', { day: null });
  await ask(page, 'readDay', { day: null });
  return true;
}

async function popupTimes(session: Awaited<ReturnType<typeof startBrowser>>): Promise<Spread> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const page = await session.openExtensionPage(PAGES.popup);
    times.push(
      await page.evaluate(
        () =>
          new Promise<number>(resolve => {
            const look = () => {
              const region = [...document.querySelectorAll('section')].some(each =>
                each.querySelector('time'),
              );
              if (region)
                resolve(
                  performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now(),
                );
              else requestAnimationFrame(look);
            };
            look();
          }),
      ),
    );
    await page.close();
  }
  return spreadOf(times);
}
