import { unparse } from 'papaparse';
import type { Export } from './export';

const COLUMNS = [
  'day',
  'site',
  'category',
  'seconds',
  'checks',
  'attempts',
  'passSeconds',
] as const satisfies (keyof Export['days'][number])[];

/** The days of an export as RFC 4180 has it: names of columns first, lines end with CR LF. */
export function csvOf({ days }: Export): string {
  const rows = [COLUMNS, ...days.map(day => COLUMNS.map(column => day[column]))];
  return `${unparse(rows as unknown[][], { newline: '\r\n' })}\r\n`;
}
