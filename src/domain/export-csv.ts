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
export const csvOf = ({ days }: Export): string =>
  `${unparse({ fields: [...COLUMNS], data: days.map(day => COLUMNS.map(column => day[column])) }, { newline: '\r\n' })}\r\n`;
