import { keptFrom } from '../domain/retention';
import type { Moment } from '../domain/time';
import type { Store } from '../storage/store';
import type { Dispatcher } from './dispatcher';

export interface UpkeepTools {
  dispatcher: Pick<Dispatcher, 'load'>;
  store: Pick<Store, 'prune'>;
  refreshCopy: () => Promise<void>;
  now: () => Moment;
}

/**
 * What is done once a browser session and once a day, when everything that has happened so far is stored. It holds
 * nothing up, it may stop anywhere, and what fails is done next time.
 */
export function createUpkeep({ dispatcher, store, refreshCopy, now }: UpkeepTools): () => Promise<void> {
  const keepUp = async () => {
    const { state, trouble } = await dispatcher.load();
    if (trouble) return;
    await refreshCopy();
    const first = keptFrom(now(), state.settings);
    if (first !== null) await store.prune(first);
  };
  return () => keepUp().catch(() => undefined);
}
