import browser from 'webextension-polyfill';
import type { Records, State } from '../domain/state';

/** What is kept outside the database, so that it can be done without. */
export interface SmallCopy {
  /** The settings and the rock as last written; null before the first time. */
  kept: Pick<State, 'settings' | 'rock'> | null;
  /** What the database would not take, oldest first, and the state it led to. */
  unwritten: {
    state: State;
    records: Records[];
    /** Whether it began without what the database holds. */
    isFromCopy: boolean;
  } | null;
}

const EMPTY: SmallCopy = { kept: null, unwritten: null };

export async function readCopy(): Promise<SmallCopy> {
  return { ...EMPTY, ...(await browser.storage.local.get(EMPTY as unknown as Record<string, unknown>)) };
}

export async function writeCopy(part: Partial<SmallCopy>): Promise<void> {
  await browser.storage.local.set(part);
}
