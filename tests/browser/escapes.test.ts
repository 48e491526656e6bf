import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from './browsers';
import { ESCAPES } from './escapes/all';
import { play } from './escapes/play';
import { openScene, type Scene } from './escapes/scene';

/** Loose, for the machine may have much else to do; `npm run bench -- blocking` says what it really takes. */
const AT_MOST = 2000;

describe.each(BROWSERS)('no way round the block page in %s', kind => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await openScene(kind);
  });

  afterAll(async () => {
    await scene?.close();
  });

  for (const trick of ESCAPES) {
    const { name, impossible, unstoppable } = trick;
    // What cannot be stopped today is to be noticed when it can.
    const known = unstoppable?.[kind] ? it.fails : it;
    (impossible?.[kind] ? it.skip : known)(name, async () => {
      const { asked, shown, astray } = await play(trick, scene);
      expect(astray).toBeNull();
      if (!trick.had) expect(asked).toEqual([]);
      expect(shown).toBeLessThan(trick.had ? AT_MOST : 1);
    });
  }
});
