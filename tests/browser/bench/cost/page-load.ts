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

/** The browsers compared. The second without any is there to show how far apart two equal ones come out. */
const BROWSERS_COMPARED = [
  { name: 'with Big Rock', isBare: false },
  { name: 'without any extension', isBare: true },
  { name: 'another without any', isBare: true },
] as const;

type Loads = Readonly<Record<(typeof BROWSERS_COMPARED)[number]['name'], number[]>>;

/** Milliseconds that an unlisted page takes to load in each of them, in turn. */
export async function pageLoad(kind: BrowserKind, fakeWeb: FakeWeb): Promise<Table> {
  const loads: Loads = { 'with Big Rock': [], 'without any extension': [], 'another without any': [] };
  const sessions: BrowserSession[] = [];
  try {
    const turns: { page: Page; taken: number[] }[] = [];
    for (const { name, isBare } of BROWSERS_COMPARED) {
      const session = await startWithOrWithout(kind, isBare, { fakeWeb });
      sessions.push(session);
      turns.push({ page: await session.openPage(), taken: loads[name] });
    }
    for (let round = -WARM_UPS; round < ROUNDS; round++) {
      for (const { page, taken } of turns) {
        const sample = await loadOf(page, `https://unlisted.example/?${round}`);
        if (round >= 0) taken.push(sample);
      }
      // Whoever comes later may find something warm.
      turns.push(...turns.splice(0, 1));
    }
    return tableOf(kind, loads);
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

function tableOf(kind: BrowserKind, loads: Loads): Table {
  const bare = loads['without any extension'];
  const without = { name: 'without', spread: spreadOf(bare) };
  return {
    title: `load of an unlisted page in ${kind}, ${ROUNDS} rounds`,
    columns: ['', ...SPREAD_COLUMNS, 'longer in the round, ms', '90 % of resamples', 'above 0'],
    rows: Object.entries(loads).map(([name, taken]) =>
      taken === bare
        ? spreadRow(name, without.spread)
        : [...spreadRow(name, spreadOf(taken), without), ...longerCells(taken, bare)],
    ),
    notes: ['From the start of the navigation to the end of its load event, by the page itself.'],
  };
}

function longerCells(taken: readonly number[], bare: readonly number[]): string[] {
  const { p5, median, p95, above } = bootstrapped(taken.map((sample, round) => sample - (bare[round] ?? 0)));
  const share = `${(100 * above).toFixed(0)} % of ${RESAMPLES}`;
  return [median.toFixed(1), `${p5.toFixed(1)} to ${p95.toFixed(1)}`, share];
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
