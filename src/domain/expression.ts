/**
 * Parts of regular expressions over whole addresses, and what each takes of the room that Chromium gives one. RE2
 * compiles to instructions: a letter is one, a class one for each run of bytes and one for each choice between those.
 */
export interface Piece {
  source: string;
  cost: number;
}

/** Any run of characters within a path: neither query nor fragment belong to it. */
const ANY_IN_PATH: Piece = { source: '[^?#]*', cost: 6 };

/** Any run of characters within a label of a host. */
const ANY_IN_LABEL: Piece = { source: '[^/.:@]*', cost: 8 };

/** What may stand between a host and its path: a final dot, a port. */
const PORT: Piece = { source: '[.0-:]*', cost: 4 };

/** The end of an address whose path is the pattern's, or lies below it. */
const BELOW: Piece = { source: '(?:[/?#].*)?$', cost: 11 };

/** What comes before the path, whatever it is; and before a host or one of its subdomains. */
const ANY_AUTHORITY: Piece = { source: '^https?://[^/]*', cost: 10 };
const ANY_SUBDOMAIN: Piece = { source: '^https?://(?:[^/]*[.@])?', cost: 14 };

/** Holds for every address: the rule's hosts alone decide. */
export const EVERY_ADDRESS = '^https?://.*';

export const literal = (text: string): Piece => ({ source: escaped(text), cost: text.length });

export const pathPiece = (path: string): Piece => starred(path, ANY_IN_PATH);

export const hostPiece = (host: string): Piece => starred(host, ANY_IN_LABEL);

export const choice = (pieces: readonly Piece[]): Piece =>
  pieces.length === 1 && pieces[0]
    ? pieces[0]
    : { source: `(?:${pieces.map(({ source }) => source).join('|')})`, cost: costOf(pieces) };

/** Of pieces one of which is chosen. */
export const costOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { cost }) => sum + cost, pieces.length - 1);

/** A host, or the end of one, with paths that begin right behind it. */
export const hostWithPaths = (host: Piece, paths: Piece): Piece => sequence(host, PORT, paths);

/** An address whose path is such a one, or that is of a host spelled to its end with such a one. */
export const addressEnding = (ending: Piece): Piece => sequence(ANY_AUTHORITY, ending, BELOW);

/** An address of a host spelled whole, or of one of its subdomains. */
export const addressOf = (host: Piece): Piece => sequence(ANY_SUBDOMAIN, host, BELOW);

/** The path of an address, query included: the pattern's own, or below it. */
export const pathTest = (path: string): RegExp =>
  new RegExp(`^${pathPiece(path).source}${BELOW.source}`, 'i');

/** A host or one of its subdomains. */
export const hostTest = (host: string): RegExp => new RegExp(`^(?:.+\\.)?${hostPiece(host).source}$`);

const sequence = (...pieces: Piece[]): Piece => ({
  source: pieces.map(({ source }) => source).join(''),
  cost: pieces.reduce((sum, { cost }) => sum + cost, 0),
});

function starred(text: string, star: Piece): Piece {
  const parts = text.split('*');
  const letters = text.length - (parts.length - 1);
  return {
    source: parts.map(escaped).join(star.source),
    cost: letters + (parts.length - 1) * star.cost,
  };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
