import { afterAll, beforeAll, describe } from 'vitest';
import { BROWSERS } from './browsers';
import { ESCAPES } from './escapes/all';
import { judge } from './escapes/judge';
import { openScene, type Scene } from './escapes/scene';

describe.each(BROWSERS)('no way round the block page in %s', kind => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await openScene(kind);
  });

  afterAll(async () => {
    await scene?.close();
  });

  judge(ESCAPES, kind, () => scene);
});
