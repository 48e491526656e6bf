import { answeringServiceWorker, offlineServiceWorker, serviceWorkerPage } from '../harness/fake-answers';
import { type FakeWeb, type Hit, startFakeWeb } from '../harness/fake-web';
import { routeRoads } from './roads';
import { WATCH, WITNESS, watched, withWatch } from './watched-page';

/** When a page was in sight, by the clock of the browser. Milliseconds since 1970. */
export interface Sight {
  readonly of: URL;
  readonly from: number;
  readonly until: number;
}

/** A web in which every page tells when it was seen, and may be kept by the browser in any way there is. */
export async function startWatchedWeb(): Promise<FakeWeb> {
  const web = await startFakeWeb(({ host, path }) => watched(host + path));
  routeRoads(web);
  web.route('worker.example', '/', () => withWatch(serviceWorkerPage('Worker', '/worker.js')));
  web.route('worker.example', '/worker.js', () => answeringServiceWorker('From the worker', WATCH));
  web.route('offline.example', '/', () => withWatch(serviceWorkerPage('Offline', '/worker.js')));
  web.route('offline.example', '/worker.js', () => offlineServiceWorker());
  return web;
}

/** All that was seen so far, whatever it was. */
export const sightsIn = (web: FakeWeb): Sight[] => web.hits(WITNESS).map(sightOf);

function sightOf({ path }: Hit): Sight {
  const told = new URL(path, `https://${WITNESS}`).searchParams;
  return {
    of: new URL(told.get('of') ?? ''),
    from: Number(told.get('from')),
    until: Number(told.get('until')),
  };
}
