declare const brand: unique symbol;

/**
 * What the user wrote to name a site, in its one canonical spelling: `facebook.com`, `linkedin.com/feed`,
 * `*.lightning.force.com/lightning/r/Dashboard*`, or an exception, `+linkedin.com/messaging`.
 */
export type Pattern = string & { readonly [brand]: 'Pattern' };

/** A pattern taken apart. `host` is lower case and punycode; `path` is empty or starts with a slash. */
export interface PatternParts {
  pattern: Pattern;
  exception: boolean;
  host: string;
  path: string;
}

export type PatternFault = 'empty' | 'too-long' | 'not-a-host' | 'matches-everything' | 'not-a-web-address';

export type ParsedPattern = { parts: PatternParts } | { fault: PatternFault };

const LONGEST = 500;

/**
 * Reads what a person typed or pasted: any case, with or without scheme, `www.`, port, credentials, trailing dot,
 * international letters. A query or fragment is left out: a pattern names a host and a path.
 */
export function parsePattern(text: string): ParsedPattern {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return { fault: 'too-long' };
  const exception = trimmed.startsWith('+');
  const address = trimmed.slice(exception ? 1 : 0).trim();
  if (address === '') return { fault: 'empty' };
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) && !/^(?:https?:\/\/|[^/?#]*:\d+(?:[/?#]|$))/i.test(address)) {
    return { fault: 'not-a-web-address' };
  }
  const [, authority = '', rest = ''] = /^(?:https?:\/\/)?([^/?#]*)([^?#]*)/i.exec(address) ?? [];
  const host = canonicalHost(authority);
  if ('fault' in host) return host;
  const path = canonicalPath(rest);
  const pattern = spell(exception, host.host, path);
  // Encoding makes letters longer.
  if (pattern.length > LONGEST) return { fault: 'too-long' };
  return { parts: { pattern, exception, host: host.host, path } };
}

/** The parts of a pattern that has been through `parsePattern` before. */
export function partsOf(pattern: Pattern): PatternParts {
  const exception = pattern.startsWith('+');
  const bare = pattern.slice(exception ? 1 : 0);
  const slash = bare.indexOf('/');
  return slash < 0
    ? { pattern, exception, host: bare, path: '' }
    : { pattern, exception, host: bare.slice(0, slash), path: bare.slice(slash) };
}

/** The longest part of the host without a wildcard, from the right: what the browser can be asked permission for. */
export function fixedHost(host: string): string {
  if (!host.includes('*')) return host;
  const labels = host.split('.');
  const wild = labels.findLastIndex(label => label.includes('*'));
  return labels.slice(wild + 1).join('.');
}

/** The host permission that covers a pattern, as a match pattern. */
export function originOf(parts: PatternParts): string {
  const host = fixedHost(parts.host);
  return isAddressOrLocal(host) ? `*://${host}/*` : `*://*.${host}/*`;
}

function canonicalHost(authority: string): { host: string } | { fault: PatternFault } {
  const bare = authority
    .replace(/^[^@]*@/, '')
    .replace(/:\d*$/, '')
    .replace(/\.+$/, '');
  if (/^\*?(?:\.\*)*$/.test(bare)) return { fault: bare === '' ? 'not-a-host' : 'matches-everything' };
  const ascii = toAscii(bare);
  if (ascii === null) return { fault: 'not-a-host' };
  const host = ascii.replace(/^(?:www\.)+(?=.*\.)/, '');
  const fixed = fixedHost(host);
  if (!fixed.includes('.') && !isAddressOrLocal(fixed)) {
    return { fault: host.includes('*') ? 'matches-everything' : 'not-a-host' };
  }
  return { host };
}

/** Punycode and lower case by the browser's own URL parser; a `*` is carried through as a letter that no host has. */
function toAscii(host: string): string | null {
  const placeholder = 'wildcardstandin';
  try {
    const name = new URL(`http://${host.replaceAll('*', placeholder)}/`).hostname.replaceAll(
      placeholder,
      '*',
    );
    const labels = name.startsWith('[') ? [] : name.split('.');
    return labels.every(label => /^[a-z0-9_*](?:[a-z0-9_*-]*[a-z0-9_*])?$/.test(label)) ? name : null;
  } catch {
    return null;
  }
}

function canonicalPath(path: string): string {
  const encoded = new URL(`http://host${path}`).pathname;
  return encoded.replace(/\/+$/, '').replace(/\*{2,}/g, '*');
}

const spell = (exception: boolean, host: string, path: string): Pattern =>
  `${exception ? '+' : ''}${host}${path}` as Pattern;

const isAddressOrLocal = (host: string): boolean =>
  host === 'localhost' || host.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
