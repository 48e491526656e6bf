import { BROWSERS } from '../browsers';
import { startFakeWeb } from '../harness/fake-web';
import { namedIn } from './chosen';
import { pageLoad } from './cost/page-load';
import { running } from './cost/running';
import { stored } from './cost/stored';
import type { Table } from './table';

const PARTS = { running, load: pageLoad, stored };

/** What having the extension costs. `BENCH_ONLY=load,stored` measures some of it alone. */
export async function cost(): Promise<Table[]> {
  const parts = namedIn('BENCH_ONLY', Object.entries(PARTS), ([name]) => name);
  const tables: Table[] = [];
  for (const kind of namedIn('BENCH_BROWSER', BROWSERS, one => one)) {
    const web = await startFakeWeb();
    try {
      for (const [, measure] of parts) tables.push(await measure(kind, web));
    } finally {
      await web.close();
    }
  }
  return tables;
}
