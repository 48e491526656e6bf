import type { Page } from 'puppeteer-core';
import type { BrowserKind, BrowserSession } from '../../harness/browser-session';
import type { FakeWeb } from '../../harness/fake-web';
import { pause } from '../../harness/page-location';
import { spreadOf } from '../samples';
import { SPREAD_COLUMNS, spreadRow, type Table } from '../table';
import { startWithOrWithout } from './browsing';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 100);
const WARM_UPS = 10;
const RESAMPLES = 2000;

/** Time for what the load before has set off to be over. Milliseconds. */
const SETTLING = 200;

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
  await pause(SETTLING);
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
  const { p5, median, p95, above } = bootstrapped(ours.map((taken, round) => taken - (bare[round] ?? 0)));
  return {
    title: `load of an unlisted page in ${kind}, ${ROUNDS} rounds`,
    columns: ['', ...SPREAD_COLUMNS],
    rows: [
      spreadRow('with Big Rock', spreadOf(ours), without),
      spreadRow('without any extension', without.spread),
    ],
    notes: [
      'From the start of the navigation to the end of its load event, by the page itself.',
      `Longer with it in the same round: median ${median.toFixed(1)} ms, ${p5.toFixed(1)} to ${p95.toFixed(1)} in 90 % of` +
        ` ${RESAMPLES} resamples, above 0 in ${(100 * above).toFixed(0)} %.`,
    ],
  };
}

/** Medians of bootstrap resamples: where nine in ten of them lie, and what share is above 0. */
function bootstrapped(samples: readonly number[]) {
  const medians = Array.from({ length: RESAMPLES }, () => spreadOf(resampled(samples)).median);
  medians.sort((one, other) => one - other);
  const at = (share: number) => medians[Math.floor(share * RESAMPLES)] ?? Number.NaN;
  const above = medians.filter(median => median > 0).length / RESAMPLES;
  return { p5: at(0.05), median: spreadOf(samples).median, p95: at(0.95), above };
}

const resampled = (samples: readonly number[]): number[] =>
  samples.map(() => samples[Math.floor(Math.random() * samples.length)] ?? 0);
