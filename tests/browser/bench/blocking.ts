import { BROWSERS } from '../browsers';
import { ESCAPES } from '../escapes/all';
import type { Escape, Outcome } from '../escapes/escape';
import { play } from '../escapes/play';
import { openScene, type Scene } from '../escapes/scene';
import type { BrowserKind } from '../harness/browser-session';
import { namedIn } from './chosen';
import type { Table } from './table';

const COLUMNS = ['had the page', 'reached the host', 'shown ms', ''];

/**
 * Every way round the block page that is known, and what became of it. `BENCH_ONLY=link,reload` plays some alone,
 * `BENCH_BROWSER=firefox` in one browser alone.
 */
export async function blocking(): Promise<Table[]> {
  const chosen = namedIn('BENCH_ONLY', ESCAPES, ({ name }) => name);
  const tables: Table[] = [];
  for (const kind of namedIn('BENCH_BROWSER', BROWSERS, one => one))
    tables.push(await blockingIn(kind, chosen));
  return tables;
}

async function blockingIn(kind: BrowserKind, tricks: readonly Escape[]): Promise<Table> {
  const scene = await openScene(kind);
  try {
    const rows: string[][] = [];
    for (const trick of tricks) rows.push(await rowOf(trick, scene));
    return {
      title: `blocking in ${await scene.session.browser().version()}`,
      columns: ['', ...COLUMNS],
      rows,
      notes: NOTES,
    };
  } finally {
    await scene.close();
  }
}

async function rowOf(trick: Escape, scene: Scene): Promise<string[]> {
  const { name, had, impossible, unstoppable } = trick;
  const reason = impossible?.[scene.kind];
  if (reason !== undefined) return [name, '', '', '', `not possible in this browser: ${reason}`];
  try {
    const [asked, shown, astray] = cellsOf(await play(trick, scene));
    const why = unstoppable?.[scene.kind];
    return [name, had ? 'yes' : 'no', asked, shown, why ? `cannot be stopped: ${why}` : astray];
  } catch (error) {
    return [name, had ? 'yes' : 'no', '', '', `FAILED: ${error instanceof Error ? error.message : error}`];
  }
}

const cellsOf = ({ asked, shown, astray }: Outcome): [string, string, string] => [
  asked.length === 0 ? 'no' : `yes, for ${asked.join(' ')}`,
  String(shown),
  astray === null ? '' : `NOT on the block page: ${astray.join(' ')}`,
];

const NOTES = [
  'Reached: what the blocked host was asked for, by the web that the browser was given, exceptions apart.',
  'Shown: from the deed (the click, the new address, the pin), or from the first frame drawn of the page where that is',
  'later, to its pagehide; told by the pages themselves to another host. 0 where none was ever drawn.',
];
