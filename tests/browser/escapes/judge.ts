import { expect, it } from 'vitest';
import type { BrowserKind } from '../harness/browser-session';
import type { Escape } from './escape';
import { play } from './play';
import type { Scene } from './scene';

/** Loose, for the machine may have much else to do; `npm run bench -- blocking` says what it really takes. */
const AT_MOST = 2000;

/** A test of each; what cannot be stopped today is to be noticed when it can. */
export function judge<S extends Scene>(
  tricks: readonly Escape<S>[],
  kind: BrowserKind,
  scene: () => S,
): void {
  for (const trick of tricks) {
    const { name, had, impossible, unstoppable, early } = trick;
    const test = impossible?.[kind] ? it.skip : unstoppable?.[kind] ? it.fails : it;
    test(name, async () => {
      const { asked, shown, astray } = await play(trick, scene());
      expect(astray).toBeNull();
      if (!had && !early?.[kind]) expect(asked).toEqual([]);
      expect(shown).toBeLessThan(had ? AT_MOST : 1);
    });
  }
}
