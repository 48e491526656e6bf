import type * as v from 'valibot';

/** What can be wrong at one place of an import file; pages have words for each. */
export const IMPORT_REASONS = [
  'missing',
  'not-known',
  'wrong-kind',
  'out-of-bounds',
  'not-an-instant',
  'not-a-zone',
  'not-a-day',
  'not-a-pattern',
  'no-such-category',
  'ends-before-it-starts',
  'longer-than-a-day',
  'against-its-status',
  'there-twice',
  'too-many',
] as const;

export type ImportReason = (typeof IMPORT_REASONS)[number];

/** One place of the file, such as `visits[12].end`, and what is wrong there. */
export interface ImportFault {
  path: string;
  reason: ImportReason;
}

/** Why a file was not imported: it is none of ours, of a later format, or wrong in places, the first few named. */
export type ImportRefusal =
  | { because: 'not-ours' | 'later-version' }
  | { because: 'wrong'; faults: readonly ImportFault[] };

/**
 * What a schema found wrong with the value at `base`, each place once. Checks name their reason in place of a message.
 */
export function faultsOf(issues: readonly v.BaseIssue<unknown>[], base = ''): ImportFault[] {
  const faults = new Map<string, ImportFault>();
  for (const issue of issues) {
    const path = pathOf(issue, base);
    if (!faults.has(path)) faults.set(path, { path, reason: reasonOf(issue) });
  }
  return [...faults.values()];
}

function pathOf({ path }: v.BaseIssue<unknown>, base: string): string {
  return (path ?? []).reduce((above, { key }) => {
    if (typeof key === 'number') return `${above}[${key}]`;
    return above === '' ? String(key) : `${above}.${key}`;
  }, base);
}

function reasonOf({ kind, type, expected, received, message }: v.BaseIssue<unknown>): ImportReason {
  if (type === 'strict_object' && expected === 'never') return 'not-known';
  if (kind === 'schema') return received === 'undefined' ? 'missing' : 'wrong-kind';
  return IMPORT_REASONS.find(reason => reason === message) ?? 'out-of-bounds';
}
