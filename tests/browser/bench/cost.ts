import { BROWSERS } from '../browsers';
import type { BrowserKind } from '../harness/browser-session';
import { type FakeWeb, startFakeWeb } from '../harness/fake-web';
import { namedIn } from './chosen';
import { pageLoad } from './cost/page-load';
import { running } from './cost/running';
import { stored } from './cost/stored';
import type { Table } from './table';

interface Part {
  readonly key: string;
  /** Almost nothing but waiting, so that both browsers can be measured at once. */
  readonly isQuiet: boolean;
  measure(kind: BrowserKind, web: FakeWeb): Promise<Table>;
}

const PARTS: readonly Part[] = [
  { key: 'running', isQuiet: true, measure: running },
  { key: 'load', isQuiet: false, measure: pageLoad },
  { key: 'stored', isQuiet: false, measure: stored },
];

/** What having the extension costs. `BENCH_ONLY=load,stored` measures some of it alone. */
export async function cost(): Promise<Table[]> {
  const parts = namedIn('BENCH_ONLY', PARTS, ({ key }) => key);
  const kinds = namedIn('BENCH_BROWSER', BROWSERS, kind => kind);
  const web = await startFakeWeb();
  try {
    const tables: Table[] = [];
    for (const { isQuiet, measure } of parts) {
      if (isQuiet) tables.push(...(await Promise.all(kinds.map(kind => measure(kind, web)))));
      else for (const kind of kinds) tables.push(await measure(kind, web));
    }
    return tables;
  } finally {
    await web.close();
  }
}
