import { fixedHost, originOf, type Pattern, partsOf } from './pattern';
import type { Site } from './settings';

/** The host permissions that a list of sites needs, each once. Exceptions need none: they are left alone. */
export function originsOf(sites: readonly Pick<Site, 'pattern'>[]): string[] {
  const parts = sites.map(({ pattern }) => partsOf(pattern)).filter(({ exception }) => !exception);
  return [...new Set(parts.map(originOf))];
}

/** Whether granted host permissions, as match patterns, let us see a site. */
export function isGranted(pattern: Pattern, origins: readonly string[]): boolean {
  const host = fixedHost(partsOf(pattern).host);
  return origins.some(origin => covers(origin, host));
}

/** The sites, of these, that the browser does not let us see. */
export function sitesWithoutAccess(
  sites: readonly Pick<Site, 'pattern'>[],
  origins: readonly string[],
): Pattern[] {
  return sites
    .map(({ pattern }) => pattern)
    .filter(pattern => !pattern.startsWith('+') && !isGranted(pattern, origins));
}

/** The listed sites that the browser lets us see. */
export const seenSites = (sites: readonly Site[], origins: readonly string[]): Pattern[] =>
  sites
    .map(({ pattern }) => pattern)
    .filter(pattern => !pattern.startsWith('+') && isGranted(pattern, origins));

function covers(origin: string, host: string): boolean {
  if (origin === '<all_urls>') return true;
  const [, scheme, granted] = /^([^:]+):\/\/([^/]*)\//.exec(origin) ?? [];
  if (scheme !== '*' || granted === undefined) return false;
  if (granted === '*' || granted === host) return true;
  const base = granted.startsWith('*.') ? granted.slice(2) : null;
  return base !== null && (host === base || host.endsWith(`.${base}`));
}
