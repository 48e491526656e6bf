import { describe, expect, it } from 'vitest';
import { createUpkeep } from '../../src/background/upkeep';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { NEW_STATE } from '../../src/domain/state';
import type { Trouble } from '../../src/domain/trouble';
import { at } from '../fixtures/moment';

const OTHERS = {
  grantedOrigins: async () => [],
  now: () => at('2026-11-23T10:00'),
  newId: () => 'id',
};

function upkeepWith(keepMonths: number | null, trouble: Trouble | null = null) {
  const pruned: string[] = [];
  const refreshed: string[] = [];
  const state = { ...NEW_STATE, settings: { ...DEFAULT_SETTINGS, keepMonths } };
  const keepUp = createUpkeep({
    dispatcher: { load: async () => ({ state, trouble }), dispatch: async () => null },
    store: { prune: async before => void pruned.push(before) },
    refreshCopy: async () => void refreshed.push('copy'),
    ...OTHERS,
  });
  return { keepUp, pruned, refreshed };
}

describe('upkeep', () => {
  it('prunes what is older than the user keeps it, and looks after the copy', async () => {
    const { keepUp, pruned, refreshed } = upkeepWith(13);
    await keepUp();
    expect(pruned).toEqual(['2025-10-23']);
    expect(refreshed).toEqual(['copy']);
  });

  it.each([
    ['that are kept for ever', upkeepWith(null)],
    ['by settings that may not be the latest', upkeepWith(13, 'database')],
  ])('prunes no visits %s', async (_name, { keepUp, pruned }) => {
    await keepUp();
    expect(pruned).toEqual([]);
  });

  it('that fails is left for the next time', async () => {
    const keepUp = createUpkeep({
      dispatcher: { load: async () => ({ state: NEW_STATE, trouble: null }), dispatch: async () => null },
      store: { prune: () => Promise.reject(new Error('The disk is full.')) },
      refreshCopy: async () => undefined,
      ...OTHERS,
    });
    await expect(keepUp()).resolves.toBeUndefined();
  });
});
