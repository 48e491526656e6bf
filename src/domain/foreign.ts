import { readForeignCsv } from './foreign-csv';
import type { Foreign } from './foreign-file';
import { readForeignJson } from './foreign-json';
import { readLeechBlockText } from './foreign-leechblock';
import { readPlainList } from './foreign-plain-list';

/**
 * Reads a file of a rival product; null where it is in none of the formats known here. It never throws, and whatever of
 * a known format is not taken over is in `leftOut`.
 */
export function readForeign(file: string): Foreign | null {
  const text = file.replace(/^\uFEFF/, '');
  const json = parsedJson(text);
  if (json !== undefined) return readForeignJson(json);
  return readLeechBlockText(text) ?? readForeignCsv(text) ?? readPlainList(text);
}

/** An object or a list; undefined for everything else, so that a list of one word is not taken for JSON. */
function parsedJson(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}
