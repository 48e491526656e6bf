import type { Spread } from './samples';

/** What a section of the bench gives to be printed. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Lines below the table. */
  readonly notes?: readonly string[];
}

/** Another spread, and what it is called where it is compared with. */
interface Compared {
  readonly name: string;
  readonly spread: Spread;
}

/** The columns of `spreadRow`, after that of what was measured. */
export const SPREAD_COLUMNS = ['median ms', 'p25–p75', 'ratio', 'to'] as const;

/** Without anything to compare with, it is itself what others are compared with. */
export function spreadRow(what: string, spread: Spread, to?: Compared): string[] {
  const { median, p25, p75 } = spread;
  return [what, shown(median), `${shown(p25)}–${shown(p75)}`, ...(to ? ratioOf(spread, to) : ['', ''])];
}

/** A further ratio of what stands in the row above. */
export const ratioRow = (spread: Spread, to: Compared): string[] => ['', '', '', ...ratioOf(spread, to)];

const ratioOf = (spread: Spread, to: Compared): string[] => [
  `×${(spread.median / to.spread.median).toFixed(2)}`,
  to.name,
];

/** A tenth of a millisecond matters in a message, and is noise in the load of a page. */
const shown = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 20 ? 1 : 0);
