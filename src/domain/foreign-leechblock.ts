import {
  type Foreign,
  type ForeignSite,
  foreignOf,
  jsonLine,
  type LeftOut,
  type LeftOutReason,
} from './foreign-file';
import { optionLine, whyLeftOut } from './foreign-leechblock-options';
import { type BlockTerms, blockTerms, type SetOptions } from './foreign-leechblock-terms';
import { type ForeignEntry, foreignSite } from './foreign-site';

// LeechBlock NG exports its options as lines `sites1=facebook.com +facebook.com/work`, of up to 30 sets, in any order,
// days as seven bits; newer versions also as JSON, days as seven booleans from Sunday on. See `exportOptions` in
// https://github.com/proginosko/LeechBlockNG/blob/master/options.js and `PER_SET_OPTIONS`, `getRegExpSites` in
// https://github.com/proginosko/LeechBlockNG/blob/master/common.js.

/** `MAX_SETS` in common.js. */
const MAX_SETS = 30;

/** Options by their names with the number of the set: `times1`. */
type Options = ReadonlyMap<string, string>;

interface BlockSet {
  number: number;
  options: SetOptions;
  sites: readonly ForeignSite[];
  terms: BlockTerms | null;
  leftOut: readonly LeftOut[];
}

/** The file of *Export options*, LeechBlockOptions.txt; null where no line of it names the sites of a set. */
export function readLeechBlockText(text: string): Foreign | null {
  const options = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  for (const line of text.split(/[\n\r]+/)) {
    if (line.trim() === '') continue;
    const [, key, value = ''] = /^\s*(\w+)=(.*)$/.exec(line) ?? [];
    if (key === undefined) leftOut.push({ line, why: 'unreadable' });
    else {
      // LeechBlock has the last one hold.
      const earlier = options.get(key);
      if (earlier !== undefined) leftOut.push({ line: optionLine(key, earlier), why: 'there-twice' });
      options.set(key, value.trim());
    }
  }
  return readOptions(options, leftOut);
}

/** The same as JSON; null where no key of it names the sites of a set. */
export function readLeechBlockJson(file: Readonly<Record<string, unknown>>): Foreign | null {
  return readOptions(new Map(Object.entries(file).map(([key, value]) => [key, optionText(value)])), []);
}

function optionText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (!Array.isArray(value)) return jsonLine(value);
  return String(value.reduce<number>((bits, isOn, day) => bits + (isOn === true ? 2 ** day : 0), 0));
}

function readOptions(options: Options, unread: readonly LeftOut[]): Foreign | null {
  if (![...options.keys()].some(key => /^sites\d+$/.test(key))) return null;
  const sets = Array.from({ length: MAX_SETS }, (_, i) => readSet(i + 1, options));
  const general = [...options].flatMap(([key, value]) => {
    const { name, number } = partsOfKey(key);
    if (number >= 1 && number <= MAX_SETS) return [];
    const why = number === 0 ? whyLeftOut(name, value) : 'option';
    return why === null ? [] : [{ line: optionLine(key, value), why }];
  });
  const first = sets.find(({ terms }) => terms !== null)?.terms ?? null;
  const sites = new Map<string, ForeignSite>();
  for (const site of sets.flatMap(set => set.sites))
    if (!sites.has(site.pattern)) sites.set(site.pattern, site);
  return foreignOf('leechblock', {
    sites: [...sites.values()],
    week: first?.week ?? null,
    always: first?.week.every(([range]) => range?.[0] === 0 && range[1] === 24 * 60) ?? false,
    limitMinutes: first?.limitMinutes ?? null,
    leftOut: [...unread, ...sets.flatMap(set => [...set.leftOut, ...otherTerms(set, first)]), ...general],
  });
}

function readSet(number: number, options: Options): BlockSet {
  const own = new Map(
    [...options].flatMap(([key, value]) => {
      const parts = partsOfKey(key);
      return parts.number === number ? [[parts.name, value] as const] : [];
    }),
  );
  const changed = [...own].flatMap(([name, value]) => leftOutAs(whyLeftOut(name, value), number, own, name));
  const entries = (own.get('sites') ?? '').split(/\s+/).filter(entry => entry !== '');
  const isOff = own.get('disable') === 'true';
  const { sites, refused } = readSites(isOff ? [] : entries, own.get('setName') || null);
  if (sites.length === 0) {
    const names = [...(isOff ? ['sites'] : []), 'times', 'limitMins'];
    const said = names.filter(name => (own.get(name) ?? '') !== '');
    const unused = said.flatMap(name => leftOutAs(isOff ? 'switched-off' : 'empty-set', number, own, name));
    return { number, options: own, sites, terms: null, leftOut: [...refused, ...unused, ...changed] };
  }
  const { terms, leftOut } = blockTerms(own);
  const untimely = leftOut.flatMap(({ name, why }) => leftOutAs(why, number, own, name));
  return { number, options: own, sites, terms, leftOut: [...refused, ...untimely, ...changed] };
}

/** An option of a set as its line, where there is a reason to leave it out. */
const leftOutAs = (
  why: LeftOutReason | null,
  number: number,
  options: SetOptions,
  name: string,
): LeftOut[] =>
  why === null ? [] : [{ line: optionLine(`${name}${number}`, options.get(name) ?? ''), why }];

function readSites(entries: readonly string[], set: string | null) {
  const sites: ForeignSite[] = [];
  const refused: LeftOut[] = [];
  for (const entry of entries) {
    const site = siteOf(entry);
    if ('why' in site) refused.push({ line: entry, why: site.why });
    else sites.push({ pattern: site.parts.pattern, set });
  }
  return { sites, refused };
}

/**
 * An entry of a set. LeechBlock reads it as the beginning of an address, we as a host with its subdomains and a whole
 * path: `/r/fun` is not `/r/funny` to us. What cannot be meant so, `/@`, gets a `*`. Its own `*` ends at a slash, ours
 * within a path does not; `*youtube.com` is its way to say what `youtube.com` says to us.
 */
function siteOf(entry: string): ForeignEntry {
  if (entry.startsWith('#')) return { why: 'comment' };
  if (entry.startsWith('~')) return { why: 'keyword' };
  if (entry.startsWith('>')) return { why: 'referrer' };
  if (/^\+?FILE$/.test(entry)) return { why: 'local-files' };
  if (/[?#]/.test(entry)) return { why: 'query' };
  const [, plus = '', host = '', path = ''] = /^(\+?)((?:\w+:\/+)?[^/]*)(.*)$/.exec(entry) ?? [];
  // `*+` is at least one letter; `**` runs on across slashes, which a host has none of.
  if (/\*\+/.test(entry) || host.includes('**')) return { why: 'wildcard' };
  const open = /[^\p{L}\p{N}/*]$/u.test(path) ? '*' : '';
  return foreignSite(`${plus}${host.replace(/^\*(?=[^*.])/, '')}${path}${open}`);
}

/** Hours and limit are those of the first set that has any; the sites of others join it, and what they lose is said. */
function otherTerms({ number, options, terms }: BlockSet, first: BlockTerms | null): LeftOut[] {
  if (terms === null || first === null) return [];
  const isOther = JSON.stringify(terms.week) !== JSON.stringify(first.week);
  const hours = isOther ? ['times', ...(options.has('days') ? ['days'] : [])] : [];
  const limit = terms.limitMinutes === first.limitMinutes ? [] : ['limitMins'];
  return [
    ...hours.flatMap(name => leftOutAs('other-hours', number, options, name)),
    ...limit.flatMap(name => leftOutAs('other-limit', number, options, name)),
  ];
}

function partsOfKey(key: string): { name: string; number: number } {
  const [, name = key, digits = '0'] = /^(.*?\D)(\d+)$/.exec(key) ?? [];
  return { name, number: Number(digits) };
}
