import type { Trouble } from '../domain/trouble';

/** The names of errors by what is wrong. What is said first counts: an upgrade is aborted because the disk is full. */
const NAMES: readonly (readonly [Trouble, readonly string[]])[] = [
  ['database-newer', ['VersionError']],
  ['disk-full', ['QuotaExceededError']],
  ['storage-refused', ['SecurityError', 'InvalidStateError', 'MissingAPIError']],
  ['upgrade-unfinished', ['BlockedError', 'UpgradeError', 'UpgradeAborted']],
];

/** What an error of the database means to the user. Dexie wraps errors in its own, so they are looked for at any depth. */
export function troubleOf(error: unknown): Trouble {
  const names = namesOf(error);
  return NAMES.find(([, known]) => known.some(name => names.has(name)))?.[0] ?? 'database';
}

/** The names of an error and of all that it was caused by. */
export function namesOf(error: unknown, seen = new Set<unknown>()): Set<string> {
  if (typeof error !== 'object' || error === null || seen.has(error)) return new Set();
  seen.add(error);
  const { name, inner, cause, failures } = error as Record<string, unknown>;
  const within = [inner, cause, ...(Array.isArray(failures) ? failures : [])].map(each =>
    namesOf(each, seen),
  );
  return new Set([...(typeof name === 'string' ? [name] : []), ...within.flatMap(names => [...names])]);
}
