import type { LeftOutReason } from './foreign-file';

/**
 * What LeechBlock's options are before anybody has changed them, where that is not blank, `false` or `0`
 * (`PER_SET_OPTIONS` and `GENERAL_OPTIONS` in common.js). What was never changed is nothing that could be lost.
 */
const UNCHANGED: ReadonlyMap<string, string> = new Map([
  ['blockURL', 'blocked.html?$S&$U'],
  ['filterName', 'grayscale'],
  ['countFocus', 'true'],
  ['showKeyword', 'true'],
  ['delayFirst', 'true'],
  ['delaySecs', '60'],
  ['delayAutoLoad', 'true'],
  ['delayCancel', 'true'],
  ['allowOverLock', 'true'],
  ['showTimer', 'true'],
  ['ignoreHash', 'true'],
  ['simplified', 'true'],
  ['hpp', 'true'],
  ['timerVisible', 'true'],
  ['timerSize', '1'],
  ['timerMaxHours', '24'],
  ['timerBadge', 'true'],
  ['orc', 'true'],
  ['warnImmediate', 'true'],
  ['contextMenu', 'true'],
  ['toolsMenu', 'true'],
  ['saveSecs', '10'],
  ['useDocFocus', 'true'],
  ['processTabsSecs', '1'],
  ['allowLBWebsite', 'true'],
  ['autoExportSync', 'true'],
]);

/** Read for what they say of sites and hours; `setName` goes with the sites, `numSets` with the sets that are there. */
const TAKEN = new Set([
  'sites',
  'times',
  'days',
  'limitMins',
  'limitPeriod',
  'conjMode',
  'setName',
  'numSets',
]);

const REASONS: readonly [RegExp, LeftOutReason][] = [
  [/^sitesURL$/, 'list-by-address'],
  [/^regexp/, 'regexp'],
  [/^lockdown/, 'lockdown'],
  [/^delay/, 'delay'],
  [/^(?:limitOffset|rollover)$/, 'limit'],
  [/^disable$/, 'switched-off'],
];

/** Why an option, named without the number of its set, is not taken over; null where it is, or was never changed. */
export function whyLeftOut(name: string, value: string): LeftOutReason | null {
  const unchanged = UNCHANGED.get(name);
  const isUnchanged = unchanged === undefined ? ['', 'false', '0'].includes(value) : value === unchanged;
  if (TAKEN.has(name) || isUnchanged) return null;
  if (name === 'blockURL' && /(?:^|\/)delayed\.html\?/.test(value)) return 'delay';
  return REASONS.find(([pattern]) => pattern.test(name))?.[1] ?? 'option';
}

/** An option as its line in the file; what may be a password is not shown. */
export const optionLine = (key: string, value: string): string =>
  `${key}=${/^(?:password|orp$|orcode$)/.test(key) && value !== '' ? '…' : value}`;
