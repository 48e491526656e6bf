/**
 * The middle of some values: between two, their mean; 0 of none. A few lines in place of a library that brings ways of
 * choosing among millions: the worker is loaded anew at every start.
 */
export function median<T>(rows: readonly T[], pick: (row: T) => number): number {
  const values = rows.map(pick).sort((one, other) => one - other);
  const half = (values.length - 1) / 2;
  const [low = 0, high = 0] = [values[Math.floor(half)], values[Math.ceil(half)]];
  return (low + high) / 2;
}

/** Their mean; 0 of none. */
export const mean = <T>(rows: readonly T[], pick: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + pick(row), 0) / (rows.length || 1);
