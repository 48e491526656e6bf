import { BROWSERS } from '../browsers';
import { ESCAPES } from '../escapes/all';
import { EDGES, openTimed } from '../escapes/edges';
import type { Escape, Outcome } from '../escapes/escape';
import { play } from '../escapes/play';
import { openScene, type Scene } from '../escapes/scene';
import type { BrowserKind } from '../harness/browser-session';
import { namedIn } from './chosen';
import type { Table } from './table';

const COLUMNS = ['had the page', 'reached the host', 'shown ms', 'after being told ms', ''];

/**
 * Every way round the block page that is known, and what became of it. `BENCH_ONLY=link,reload` plays some alone,
 * `BENCH_BROWSER=firefox` in one browser alone.
 */
export async function blocking(): Promise<Table[]> {
  const chosen = new Set(
    namedIn('BENCH_ONLY', [...ESCAPES, ...EDGES], ({ name }) => name).map(({ name }) => name),
  );
  const tables: Table[] = [];
  for (const kind of namedIn('BENCH_BROWSER', BROWSERS, one => one)) {
    const rows = [
      ...(await rowsOf(ESCAPES, chosen, kind, openScene)),
      ...(await rowsOf(EDGES, chosen, kind, openTimed)),
    ];
    tables.push({ title: `blocking in ${kind}`, columns: ['', ...COLUMNS], rows, notes: NOTES });
  }
  return tables;
}

async function rowsOf<S extends Scene>(
  tricks: readonly Escape<S>[],
  chosen: ReadonlySet<string>,
  kind: BrowserKind,
  open: (kind: BrowserKind) => Promise<S>,
): Promise<string[][]> {
  const wanted = tricks.filter(({ name }) => chosen.has(name));
  if (wanted.length === 0) return [];
  const scene = await open(kind);
  try {
    const rows: string[][] = [];
    for (const trick of wanted) rows.push(await rowOf(trick, scene));
    return rows;
  } finally {
    await scene.close();
  }
}

async function rowOf<S extends Scene>(trick: Escape<S>, scene: S): Promise<string[]> {
  const { name, had, impossible, unstoppable, early } = trick;
  const known = had ? 'yes' : 'no';
  const reason = impossible?.[scene.kind];
  if (reason !== undefined) return [name, '', '', '', '', `not possible in this browser: ${reason}`];
  try {
    const [asked, shown, lingered, astray] = cellsOf(await play(trick, scene));
    const [why, when] = [unstoppable?.[scene.kind], early?.[scene.kind]];
    const remark = why ? `cannot be stopped: ${why}` : (when ?? '');
    return [name, known, asked, shown, lingered, astray || remark];
  } catch (error) {
    return [name, known, '', '', '', `FAILED: ${error instanceof Error ? error.message : error}`];
  }
}

const cellsOf = ({ asked, shown, lingered, astray }: Outcome): [string, string, string, string] => [
  asked.length === 0 ? 'no' : `yes, for ${asked.join(' ')}`,
  String(shown),
  String(lingered),
  astray === null ? '' : `NOT on the block page: ${astray.join(' ')}`,
];

const NOTES = [
  'Reached: what the blocked host was asked for, by the web that the browser was given, exceptions apart.',
  'Shown: from the deed (the click, the new address, the pin, the full hour), or from the first frame drawn of the page where that is',
  'later, to its pagehide; told by the pages themselves to another host. 0 where none was ever drawn.',
  'After being told: the part of that after the browser told extensions of the address, or after the pin or the full hour.',
];
