import { backupOf, smallDaysOf } from '../domain/backup';
import type { SmallCopy } from '../domain/small-copy';
import type { State } from '../domain/state';
import type { Store } from '../storage/store';
import type { HeldCopy } from './held-copy';

/**
 * Loads the state. A database that is new is begun first, with what the copy holds: where there is a copy there was a
 * database. One that had to be begun without the copy is filled when the copy can be read.
 */
export async function loadBegun(store: Store, copy: HeldCopy, head: SmallCopy | null): Promise<State> {
  const kept = head?.kept ?? null;
  const stored = await store.load(kept);
  if (stored.begun === 'wholly') return stored.state;
  if (head === null) {
    await store.beginBlindly();
    return stored.state;
  }
  const days = await copy.readDays();
  await store.begin(kept === null && days.length === 0 ? null : backupOf(kept, days));
  return (await store.load(kept)).state;
}

/**
 * Puts a new database in place of one that is damaged. What is small is written to the copy before anything is deleted,
 * so that it can be begun again from there wherever this stops.
 */
export async function rebuild(store: Store, copy: HeldCopy, { kept }: SmallCopy): Promise<void> {
  const days = await copy.readDays();
  const salvage = await store.salvage();
  const isNothing = kept === null && days.length === 0 && Object.keys(salvage.state).length === 0;
  const backup = isNothing ? null : backupOf(kept, days, salvage);
  if (backup) await copy.write({ kept: backup.kept, days: smallDaysOf(backup) });
  await store.remove();
  await store.begin(backup);
}
