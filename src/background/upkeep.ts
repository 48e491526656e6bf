import { keptFrom } from '../domain/retention';
import type { Moment } from '../domain/time';
import type { Store } from '../storage/store';
import type { Dispatcher } from './dispatcher';

export interface UpkeepTools {
  dispatcher: Pick<Dispatcher, 'load'>;
  store: Pick<Store, 'prune'>;
  now: () => Moment;
}

/**
 * What is done once a browser session and once a day, when everything that has happened so far is stored. It holds
 * nothing up, it may stop anywhere, and what fails is done next time.
 */
export function createUpkeep({ dispatcher, store, now }: UpkeepTools): () => Promise<void> {
  const keepUp = async () => {
    const { state, trouble } = await dispatcher.load();
    const first = keptFrom(now(), state.settings);
    if (!trouble && first !== null) await store.prune(first);
  };
  return () => keepUp().catch(() => undefined);
}
