/**
 * A third reading of what patterns mean, beside the matcher and the rules: from the words of the specification, letter
 * by letter, slow, and sharing no code with either. It reads what was typed, not what the product made of it.
 */
import { domainToASCII } from 'node:url';

export interface Reading {
  exception: boolean;
  /** Labels from left to right. */
  host: string[];
  /** Empty, or from its first slash on. */
  path: string;
}

/** "Case, `www.`, scheme, port, trailing dot, international names and a pasted full address are all understood." */
export function readingOf(typed: string): Reading {
  let text = typed.trim();
  const exception = text.startsWith('+');
  if (exception) text = text.slice(1).trim();
  const { host, path } = partsOf(text);
  let labels = host.split('.');
  while (labels.length > 2 && labels[0] === 'www') labels = labels.slice(1);
  let below = path;
  while (below.endsWith('/')) below = below.slice(0, -1);
  return { exception, host: labels, path: below };
}

/** Whether a pattern holds for an address as a browser writes it. */
export function holdsFor(reading: Reading, address: string): boolean {
  const scheme = address.slice(0, address.indexOf(':')).toLowerCase();
  if (scheme !== 'http' && scheme !== 'https') return false;
  const { host, path } = partsOf(address);
  return hostHolds(reading.host, host.split('.')) && pathHolds(reading.path, path.toLowerCase());
}

/** The one of several that decides on an address; null where none holds. */
export function deciding<P extends { reading: Reading; pattern: string }>(
  patterns: readonly P[],
  address: string,
): P | null {
  const holding = patterns.filter(({ reading }) => holdsFor(reading, address));
  const beatsAll = (one: P) => holding.every(other => other === one || beats(one, other));
  return holding.find(beatsAll) ?? null;
}

/** Cut by hand into host and path, both as a browser writes them; user, port, query and fragment fall away. */
function partsOf(text: string): { host: string; path: string } {
  let rest = text;
  for (const scheme of ['http://', 'https://'])
    if (rest.toLowerCase().startsWith(scheme)) rest = rest.slice(scheme.length);
  for (const mark of ['#', '?']) if (rest.includes(mark)) rest = rest.slice(0, rest.indexOf(mark));
  const slash = rest.indexOf('/');
  let host = slash < 0 ? rest : rest.slice(0, slash);
  const path = slash < 0 ? '' : rest.slice(slash);
  if (host.includes('@')) host = host.slice(host.lastIndexOf('@') + 1);
  const colon = host.lastIndexOf(':');
  if (colon >= 0 && !host.slice(colon).includes(']')) host = host.slice(0, colon);
  while (host.endsWith('.')) host = host.slice(0, -1);
  return { host: written(host), path: encoded(path).toLowerCase() };
}

/** Lower case, and in punycode where it has other letters. */
const written = (host: string): string =>
  [...host].every(letter => letter < '\u0080') ? host.toLowerCase() : domainToASCII(host);

/** Letters that cannot stand in an address, as percent signs and numbers; what is encoded already stays. */
const encoded = (path: string): string =>
  [...path].map(letter => (letter > '~' || letter === ' ' ? encodeURIComponent(letter) : letter)).join('');

/** "That host and every subdomain"; "`*` stands for any run of characters within host label". */
function hostHolds(pattern: readonly string[], host: readonly string[]): boolean {
  if (host.length < pattern.length) return false;
  const end = host.slice(host.length - pattern.length);
  return pattern.every((label, i) => globHolds(label, end[i] ?? ''));
}

/** "That path and below"; a `*` is any run of characters within the path. */
function pathHolds(pattern: string, path: string): boolean {
  if (pattern === '') return true;
  const ends = [path.length];
  for (let i = 0; i < path.length; i++) if (path[i] === '/') ends.push(i);
  return ends.some(end => globHolds(pattern.toLowerCase(), path.slice(0, end)));
}

function globHolds(glob: string, text: string): boolean {
  if (glob === '') return text === '';
  if (glob[0] !== '*') return text !== '' && glob[0] === text[0] && globHolds(glob.slice(1), text.slice(1));
  for (let skipped = 0; skipped <= text.length; skipped++)
    if (globHolds(glob.slice(1), text.slice(skipped))) return true;
  return false;
}

/** "The most specific pattern decides; an exception wins over an equally specific pattern." */
function beats(
  one: { reading: Reading; pattern: string },
  other: { reading: Reading; pattern: string },
): boolean {
  const [a, b] = [one.reading, other.reading];
  if (a.host.length !== b.host.length) return a.host.length > b.host.length;
  const wildHost = (host: readonly string[]) => host.some(label => label.includes('*'));
  if (wildHost(a.host) !== wildHost(b.host)) return wildHost(b.host);
  const letters = (path: string) => [...path].filter(letter => letter !== '*').length;
  if (letters(a.path) !== letters(b.path)) return letters(a.path) > letters(b.path);
  if (a.path.includes('*') !== b.path.includes('*')) return b.path.includes('*');
  if (a.exception !== b.exception) return a.exception;
  // Equally specific, and both hold: only wildcards can do that. The alphabet has the last word.
  return one.pattern > other.pattern;
}
