import { type Foreign, type ForeignSite, foreignOf, type LeftOut } from './foreign-file';
import { foreignSite } from './foreign-site';

/**
 * A list of sites: one a line, or several with commas or blanks between; what follows `#` or `//` is a comment. So one
 * copies it out of the settings of StayFocusd and its like. Null unless at least half of the entries are sites.
 *
 * Each line that is not blank leaves a site or something in `leftOut`; comments are there too, as `comment`.
 */
export function readPlainList(text: string): Foreign | null {
  const sites = new Map<string, ForeignSite>();
  const leftOut: LeftOut[] = [];
  let read = 0;
  let refused = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    const { entries, comment } = partsOfLine(line);
    for (const entry of entries) {
      const site = foreignSite(entry);
      if ('why' in site) {
        leftOut.push({ line: entry, why: site.why });
        refused++;
      } else {
        sites.set(site.parts.pattern, { pattern: site.parts.pattern, set: null });
        read++;
      }
    }
    if (comment !== '') leftOut.push({ line: comment, why: 'comment' });
    else if (entries.length === 0 && line.trim() !== '') leftOut.push({ line: line.trim(), why: 'empty' });
  }
  if (read === 0 || refused > read) return null;
  return foreignOf('plain list', { sites: [...sites.values()], leftOut });
}

function partsOfLine(line: string): { entries: string[]; comment: string } {
  const at = line.search(/(?:^|\s)(?:#|\/\/)/);
  const end = at < 0 ? line.length : at;
  // The plus of an exception may stand apart; without it the exception would be blocked.
  const joined = line.slice(0, end).replace(/(^|[\s,])\+\s+/g, '$1+');
  return {
    entries: joined.split(/[\s,"]+/).filter(entry => entry !== ''),
    comment: line.slice(end).trim(),
  };
}
