import type { BrowserKind } from '../../harness/browser-session';
import type { FakeWeb } from '../../harness/fake-web';
import { spreadOf } from '../samples';
import type { Table } from '../table';
import { type Situation, type Used, usedBy } from './browsing';

const LISTED = 'https://www.facebook.com/';

const SITUATIONS: readonly Situation[] = [
  { name: 'listed site in front', address: LISTED, attended: true },
  { name: 'unlisted page in front', address: 'https://unlisted.example/', attended: true },
  { name: 'listed site in front, nobody there', address: LISTED, attended: false },
];

/** Seconds for which each situation is measured. */
const LENGTH = Number(process.env['BENCH_SECONDS'] ?? 300);

/** All of a browser's situations at once, each with and without the extension: what disturbs one disturbs all. */
export async function running(kind: BrowserKind, web: FakeWeb): Promise<Table> {
  const rows = await Promise.all(
    SITUATIONS.map(async situation => {
      const [ours, bare] = await Promise.all(
        [false, true].map(isBare => usedBy(kind, isBare, situation, web, LENGTH)),
      );
      if (!ours || !bare) throw new Error('Nothing was measured');
      return [situation.name, String(ours.workerStarts), ...cpuCells(ours, bare)];
    }),
  );
  return {
    title: `cost of running in ${kind}, over ${LENGTH} s`,
    columns: ['', 'worker starts', 'CPU s', 'without', 'added ms a s', 'tenths p25–p75', 'without'],
    rows,
    notes: [
      'CPU: of the whole process tree, by /proc. Without: the same browser with no extension, at the same time.',
      'Tenths: the CPU s of each tenth of the time, which shows how much of a difference is chance.',
    ],
  };
}

function cpuCells(ours: Used, bare: Used): string[] {
  const [sum, bareSum] = [total(ours), total(bare)];
  const added = (1000 * (sum - bareSum)) / LENGTH;
  const sign = added < 0 ? '-' : '+';
  return [
    sum.toFixed(2),
    bareSum.toFixed(2),
    `${sign}${Math.abs(added).toFixed(2)}`,
    middle(ours),
    middle(bare),
  ];
}

const total = ({ cpu }: Used): number => cpu.reduce((sum, part) => sum + part, 0);

function middle({ cpu }: Used): string {
  const { p25, p75 } = spreadOf(cpu);
  return `${p25.toFixed(2)}–${p75.toFixed(2)}`;
}
