import { afterAll, beforeAll, describe } from 'vitest';
import { BROWSERS } from './browsers';
import { EDGES, openTimed, type Timed } from './escapes/edges';
import { judge } from './escapes/judge';

describe.each(BROWSERS)('nothing stays open past its time in %s', kind => {
  let scene: Timed;

  beforeAll(async () => {
    scene = await openTimed(kind);
  });

  afterAll(async () => {
    await scene?.close();
  });

  judge(EDGES, kind, () => scene);
});
