import { expect, it } from 'vitest';
import type { Pass } from '../../src/domain/pass';
import { SOCIAL } from '../../src/domain/settings';
import { at, ZONE } from '../fixtures/moment';
import { EMPTY, exported, imported } from '../fixtures/world';

const aPass = (over: Partial<Pass> = {}): Pass => ({
  id: 'pass-1',
  zone: ZONE,
  day: '2026-11-23' as Pass['day'],
  site: 'x.com' as Pass['site'],
  category: SOCIAL,
  purpose: 'Answer Dana',
  minutes: 5,
  startedAt: at('2026-11-23T10:00').at,
  endsAt: at('2026-11-23T10:05').at,
  isOver: true,
  outcome: null,
  ...over,
});

const worldWith = (...passes: Pass[]) => ({ ...EMPTY, passes });

it('passes come back as they were exported, once', () => {
  const world = worldWith(aPass(), aPass({ id: 'pass-2', outcome: 'yes', minutes: 15 }));
  const file = exported(world);
  expect(imported(EMPTY, file).passes).toEqual(world.passes);
  expect(imported(world, file).passes).toEqual(world.passes);
});

it('an outcome that only the file knows is taken, and ours is kept', () => {
  const file = exported(worldWith(aPass({ outcome: 'yes' })));
  expect(imported(worldWith(aPass()), file).passes).toEqual([aPass({ outcome: 'yes' })]);
  expect(imported(worldWith(aPass({ outcome: 'no' })), file).passes).toEqual([aPass({ outcome: 'no' })]);
});

it('a pass still on when the file was written is over', () => {
  expect(imported(EMPTY, exported(worldWith(aPass({ isOver: false })))).passes).toEqual([aPass()]);
});
