import type { Settings } from '../domain/settings';
import { type Kept, readState, STATE_KEYS } from '../domain/small-copy';
import type { State } from '../domain/state';
import type { Database } from './database';

/**
 * How far a database has been begun. One that is new, or was emptied, has not been; nothing is written to it before.
 * One begun blindly was used without knowing whether the copy has anything of a forerunner.
 */
export type Begun = 'not' | 'blindly' | 'wholly';

/** The key of the row of `state` that tells it. */
export const BEGUN = 'begun';

export interface Stored {
  state: State;
  begun: Begun;
}

/** The state that is stored; the settings are the `first` until they have been changed. */
export async function load({ state }: Database, first: Settings, kept: Kept | null): Promise<Stored> {
  const rows = await state.bulkGet([...STATE_KEYS, BEGUN]);
  const values = Object.fromEntries(rows.flatMap(row => (row ? [[row.key, row.value]] : [])));
  return { state: readState({ settings: first, ...values }, kept), begun: begunOf(values[BEGUN]) };
}

export const begunOf = (value: unknown): Begun => (value === 'blindly' || value === 'wholly' ? value : 'not');

/** A new database in place of one that was lost must not pass for it because of a row or two. */
export async function insistOnBegun({ state }: Database): Promise<void> {
  if ((await state.get(BEGUN)) === undefined) throw new Error('The database is not begun.');
}
