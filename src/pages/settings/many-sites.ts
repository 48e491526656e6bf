import type { SiteChoice } from '../../domain/edit-settings';
import { type PatternFault, type PatternParts, parsePattern } from '../../domain/pattern';

/** A line that names no site, and why. */
export interface Misread {
  line: string;
  fault: PatternFault;
}

/** As many as one request may bring. */
const MOST_AT_ONCE = 1000;

/** The sites a text names, parted by blanks, commas or semicolons. */
export function readMany(text: string): { understood: PatternParts[]; left: Misread[] } {
  const lines = text.split(/[\s,;]+/).filter(line => line !== '');
  const readings = lines.map(line => ({ line, parsed: parsePattern(line) }));
  return {
    understood: readings.flatMap(({ parsed }) => ('parts' in parsed ? [parsed.parts] : [])),
    left: readings.flatMap(({ line, parsed }) => ('fault' in parsed ? [{ line, fault: parsed.fault }] : [])),
  };
}

/** The same in as many requests as it takes. */
export function inChoices({ add, remove }: Pick<SiteChoice, 'add' | 'remove'>): SiteChoice[] {
  const choices: SiteChoice[] = [];
  for (let from = 0; from < Math.max(add.length, remove.length); from += MOST_AT_ONCE) {
    const [some, others] = [add.slice(from, from + MOST_AT_ONCE), remove.slice(from, from + MOST_AT_ONCE)];
    choices.push({ edit: 'choose-sites', add: some, remove: others });
  }
  return choices;
}
