import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cairn, cairn, type LaidStone } from '../../src/ui/cairn';
import type { Point } from '../../src/ui/point';
import { type Stone, stone } from '../../src/ui/stone';

const TONES = [1, 2, 3, 4, 5, 6];

// A stone laid years ago must look today as it did then. When one of these changes, the change is wrong and not the
// test: a new draw belongs at the end of stone().
const KEPT_OUTLINE = [
  'M199.9 66.9C199 79.1 190.8 88.5 181.4 95.4C171.9 102.3 155.3 105.4 143.2 108.2',
  'C131 111.1 118.8 111.6 108.6 112.5C98.5 113.4 92.3 113.9 82.2 113.6',
  'C72.2 113.3 60.4 113.8 48.5 110.7C36.5 107.5 18.5 103.4 10.4 94.8C2.4 86.2 -0.6 71 0.1 59.1',
  'C0.8 47.1 6.2 32.3 14.7 23.2C23.2 14.1 38.5 8.5 51.1 4.6C63.6 0.8 78.9 0.7 90.1 0.1',
  'C101.3 -0.4 108.8 0.6 118.3 1.4C127.7 2.3 135.5 1.8 147 5.2C158.4 8.7 178 12 186.8 22.3',
  'C195.6 32.5 200.8 54.8 199.9 66.9Z',
].join('');
const KEPT_SHAPES = {
  'Send Acme the renewal proposal/2026-05-14': '7cf517279cfbd369',
  'Call Dana/2026-11-23': 'be2a8b7014afbc90',
  'Zażółć gęślą jaźń/2027-01-04': 'c0653895cfa8a268',
  '大きな岩/2028-02-29': 'ed9f7985a1fb483d',
  '': '24775c035de3739c',
};

describe('a stone', () => {
  test('has the outline it has always had', () => {
    expect(stone('Send Acme the renewal proposal/2026-05-14').outline).toBe(KEPT_OUTLINE);
  });

  test.each(Object.entries(KEPT_SHAPES))('keeps all its shapes for ever: %j', (seed, kept) => {
    expect(digest(stone(seed))).toBe(kept);
  });

  test('lies within its picture, whatever the seed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), seed => {
        const made = stone(seed);
        for (const [x, y] of [made.outline, made.lit, made.glow, ...made.veins].flatMap(pointsOf)) {
          expect(x).toBeGreaterThanOrEqual(-6);
          expect(x).toBeLessThanOrEqual(made.width + 6);
          expect(y).toBeGreaterThanOrEqual(-6);
          expect(y).toBeLessThanOrEqual(made.height + 6);
        }
      }),
    );
  });

  test('comes in six tones, evenly', () => {
    const count = 3000;
    const made = Array.from({ length: count }, (_, i) => stone(`Rock ${i}/2026-11-23`).tone);
    for (const tone of TONES) {
      const share = made.filter(each => each === tone).length / count;
      expect(share, `tone ${tone}`).toBeGreaterThan(0.14);
      expect(share, `tone ${tone}`).toBeLessThan(0.19);
    }
  });

  test('is another one on another day', () => {
    const [monday, tuesday] = ['Call Dana/2026-11-23', 'Call Dana/2026-11-24'];
    expect(monday).toBe('Call Dana/2026-11-23');
    expect(stone(monday).outline).not.toBe(stone(tuesday).outline);
  });
});

describe('a cairn', () => {
  test('of no stones is empty ground', () => {
    expect(cairn([])).toEqual({ laid: [], top: 0, reach: 0 });
  });

  test('stands on the ground', () => {
    fc.assert(
      fc.property(fc.string(), seed => {
        const [lowest] = cairn([stone(seed)]).laid;
        const heights = lowest ? edgeOf(lowest).map(([, y]) => y) : [];
        expect(Math.max(...heights)).toBeCloseTo(0);
      }),
    );
  });

  test('has stones that rest on each other: none floats, none sinks in by more than 2.5 units', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 9 }), seeds => {
        for (const depth of depths(cairn(seeds.map(stone)))) {
          expect(depth).toBeGreaterThan(0);
          expect(depth).toBeLessThanOrEqual(2.5);
        }
      }),
    );
  });

  test('grows upwards without moving what is already laid', () => {
    const stones = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map(stone);
    const whole = cairn(stones);
    const before = cairn(stones.slice(0, 4));
    expect(whole.laid.slice(0, 4)).toEqual(before.laid);
    expect(whole.top).toBeLessThan(before.top);
  });
});

function digest({ tone, outline, lit, glow, veins, speckle }: Stone): string {
  const shapes = JSON.stringify([
    tone,
    outline,
    lit,
    glow,
    veins,
    speckle.map(group => Object.values(group)),
  ]);
  return createHash('sha256').update(shapes).digest('hex').slice(0, 16);
}

// Every pair of numbers in a path, Bézier handles included: the curve lies within their hull.
function pointsOf(path: string): Point[] {
  return [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

/** How deep each stone lies in the one that carries it, measured from its edge and not from the laying's columns. */
function depths({ laid }: Cairn): number[] {
  return laid.slice(1).map((upper, i) => {
    const lower = laid[i];
    return lower
      ? Math.max(...sunk(edgeOf(upper), edgeOf(lower), 1), ...sunk(edgeOf(lower), edgeOf(upper), -1))
      : 0;
  });
}

// How far each point of one edge lies behind the facing side of the other: 1 for its upper side, -1 for its lower.
function sunk(points: readonly Point[], edge: readonly Point[], side: 1 | -1): number[] {
  return points.flatMap(([x, y]) => {
    const crossings = heightsAt(edge, x).map(height => side * (y - height));
    return crossings.length > 0 ? [Math.max(...crossings)] : [];
  });
}

function heightsAt(edge: readonly Point[], x: number): number[] {
  return edge.flatMap((from, i) => {
    const to = edge[(i + 1) % edge.length] ?? from;
    if (from[0] === to[0] || (x - from[0]) * (x - to[0]) > 0) return [];
    return [from[1] + ((to[1] - from[1]) * (x - from[0])) / (to[0] - from[0])];
  });
}

function edgeOf({ stone: { edge, width, height }, x, y, scale, tilt }: LaidStone): Point[] {
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  return edge.map(([edgeX, edgeY]) => {
    const [acrossX, acrossY] = [(edgeX - width / 2) * scale, (edgeY - height / 2) * scale];
    return [x + acrossX * cos - acrossY * sin, y + acrossX * sin + acrossY * cos];
  });
}
