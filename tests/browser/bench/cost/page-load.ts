import type { Page } from 'puppeteer-core';
import type { BrowserKind, BrowserSession } from '../../harness/browser-session';
import type { FakeWeb } from '../../harness/fake-web';
import { spreadOf } from '../samples';
import { SPREAD_COLUMNS, spreadRow, type Table } from '../table';
import { startWithOrWithout } from './browsing';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 100);
const WARM_UPS = 10;
const RESAMPLES = 2000;

/** Milliseconds that an unlisted page takes to load, with the extension and without any, in turn. */
export async function pageLoad(kind: BrowserKind, fakeWeb: FakeWeb): Promise<Table> {
  const sessions: BrowserSession[] = [];
  const pageOf = async (isBare: boolean) => {
    const session = await startWithOrWithout(kind, isBare, { fakeWeb });
    sessions.push(session);
    return session.openPage();
  };
  try {
    const [ours, bare] = [await pageOf(false), await pageOf(true)];
    const [oursTaken, bareTaken]: [number[], number[]] = [[], []];
    for (let round = -WARM_UPS; round < ROUNDS; round++) {
      const turns = [
        { page: ours, taken: oursTaken },
        { page: bare, taken: bareTaken },
      ];
      // Whoever comes second may find something warm.
      if (round % 2 === 0) turns.reverse();
      for (const { page, taken } of turns) {
        const sample = await loadOf(page, `https://unlisted.example/?${round}`);
        if (round >= 0) taken.push(sample);
      }
    }
    return tableOf(kind, oursTaken, bareTaken);
  } finally {
    for (const session of sessions) await session.close();
  }
}

async function loadOf(page: Page, address: string): Promise<number> {
  await page.goto(address);
  return page.evaluate(async () => {
    for (;;) {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      if (entry && entry.loadEventEnd > 0) return entry.loadEventEnd;
      await new Promise(resolve => setTimeout(resolve, 0));
    }
  });
}

function tableOf(kind: BrowserKind, ours: readonly number[], bare: readonly number[]): Table {
  const without = { name: 'without', spread: spreadOf(bare) };
  const share = shareSlower(ours, bare);
  return {
    title: `load of an unlisted page in ${kind}, ${ROUNDS} rounds`,
    columns: ['', ...SPREAD_COLUMNS],
    rows: [
      spreadRow('with Big Rock', spreadOf(ours), without),
      spreadRow('without any extension', without.spread),
    ],
    notes: [
      'From the start of the navigation to the end of its load event, by the page itself.',
      `Slower with it in ${(100 * share).toFixed(0)} % of ${RESAMPLES} resamples of both medians (5 to 95 %: chance).`,
    ],
  };
}

/** In what share of bootstrap resamples the first median is the higher one; equal ones count half. */
function shareSlower(ours: readonly number[], bare: readonly number[]): number {
  let slower = 0;
  for (let i = 0; i < RESAMPLES; i++) {
    const difference = spreadOf(resampled(ours)).median - spreadOf(resampled(bare)).median;
    slower += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
  }
  return slower / RESAMPLES;
}

const resampled = (samples: readonly number[]): number[] =>
  samples.map(() => samples[Math.floor(Math.random() * samples.length)] ?? 0);
