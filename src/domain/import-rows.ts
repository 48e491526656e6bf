import * as v from 'valibot';
import { faultsOf, type ImportFault } from './import-fault';

/** How many of the things wrong with a file are named. */
export const FAULTS_NAMED = 5;

export interface Rows<T> {
  /** One for each row that was read, undefined where it is wrong. */
  rows: readonly (T | undefined)[];
  faults: readonly ImportFault[];
}

/** Reads a list row by row, and stops where enough is wrong to be named. */
export function readRows<T>(
  name: string,
  schema: v.GenericSchema<unknown, T>,
  values: readonly unknown[],
): Rows<T> {
  const rows: (T | undefined)[] = [];
  const faults: ImportFault[] = [];
  for (const [i, value] of values.entries()) {
    const result = v.safeParse(schema, value);
    rows.push(result.success ? result.output : undefined);
    if (!result.success) faults.push(...faultsOf(result.issues, `${name}[${i}]`));
    if (faults.length >= FAULTS_NAMED) break;
  }
  return { rows, faults };
}

/** The rows whose key an earlier one has. */
export function repeatedRows<T>(
  name: string,
  rows: readonly (T | undefined)[],
  keyOf: (row: T) => string,
): ImportFault[] {
  const seen = new Set<string>();
  return rows.flatMap((row, i) => {
    if (row === undefined) return [];
    const isRepeated = seen.has(keyOf(row));
    seen.add(keyOf(row));
    return isRepeated ? [{ path: `${name}[${i}]`, reason: 'there-twice' as const }] : [];
  });
}

/** The rows whose category the file does not have. */
export function strayRows(
  name: string,
  rows: readonly ({ category: string } | undefined)[],
  isKnown: (category: string) => boolean,
): ImportFault[] {
  return rows.flatMap((row, i) =>
    row === undefined || isKnown(row.category)
      ? []
      : [{ path: `${name}[${i}].category`, reason: 'no-such-category' as const }],
  );
}
