import { seenSites } from '../domain/origin';
import { keptFrom } from '../domain/retention';
import type { Moment } from '../domain/time';
import type { Store } from '../storage/store';
import type { Dispatcher } from './dispatcher';

export interface UpkeepTools {
  dispatcher: Pick<Dispatcher, 'load' | 'dispatch'>;
  store: Pick<Store, 'prune'>;
  refreshCopy: () => Promise<void>;
  grantedOrigins: () => Promise<string[]>;
  now: () => Moment;
  newId: () => string;
}

/**
 * What is done once a browser session, once a day and when access changes, when everything that has happened so far is
 * stored. It holds nothing up, it may stop anywhere, and what fails is done next time.
 */
export function createUpkeep(tools: UpkeepTools): () => Promise<void> {
  const { dispatcher, store, refreshCopy, grantedOrigins, now, newId } = tools;
  const keepUp = async () => {
    const { state, trouble } = await dispatcher.load();
    const patterns = seenSites(state.settings.sites, await grantedOrigins());
    await dispatcher.dispatch({ type: 'access-seen', id: newId(), patterns, ...now() });
    if (trouble) return;
    await refreshCopy();
    const first = keptFrom(now(), state.settings);
    if (first !== null) await store.prune(first);
  };
  return () => keepUp().catch(() => undefined);
}
