import { type ClosedCurve, closedCurve, curvePoints } from './closed-curve';
import type { Point } from './point';
import { drawn, type RandomStream } from './random-stream';

/** The bare form of a stone: STONE_WIDTH wide, its left edge at x = 0 and its top at y = 0. */
export interface StoneBody {
  readonly height: number;
  /** The point that the angles of `at` are measured from; near the middle, not exactly in it. */
  readonly centre: Point;
  readonly outline: ClosedCurve;
  /** 112 points of the outline, in order. */
  readonly edge: readonly Point[];
  /** The point of the stone's edge at an angle: radians, 0 to the right, growing clockwise. */
  at(angle: number): Point;
}

export const STONE_WIDTH = 200;

const FULL_TURN = Math.PI * 2;
const KNOTS = 14;
const POINTS_PER_KNOT = 8;

/** The next body of the stream. */
export function stoneBody(random: RandomStream): StoneBody {
  const edgeAt = pebble(random);
  const angles = Array.from(
    { length: KNOTS },
    (_, i) => ((i + drawn(random, -0.12, 0.12)) / KNOTS) * FULL_TURN,
  );
  const knots = angles.map(edgeAt);
  const { left, top, right, bottom } = bounds(curvePoints(closedCurve(knots), POINTS_PER_KNOT));
  const scale = STONE_WIDTH / (right - left);
  const placed = ([x, y]: Point): Point => [(x - left) * scale, (y - top) * scale];
  const outline = closedCurve(knots.map(placed));
  return {
    height: (bottom - top) * scale,
    centre: placed([0, 0]),
    outline,
    edge: curvePoints(outline, POINTS_PER_KNOT),
    at: angle => placed(edgeAt(angle)),
  };
}

// A superellipse for the river stone, three low waves and a taper that make it irregular, a lean, and an
// underside flattened so that it can stand.
function pebble(random: RandomStream): (angle: number) => Point {
  const halfWidth = 100;
  const halfHeight = halfWidth * drawn(random, 0.5, 0.68);
  const power = drawn(random, 2.1, 2.7);
  const taper = drawn(random, -0.16, 0.16);
  const lean = drawn(random, -0.1, 0.1);
  const waves = [wave(random, 2, 0.006, 0.028), wave(random, 3, 0.008, 0.028), wave(random, 4, 0.002, 0.01)];

  return angle => {
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    const sum = Math.abs(cos / halfWidth) ** power + Math.abs(sin / halfHeight) ** power;
    const radius = waves.reduce((r, waveAt) => r * waveAt(angle), sum ** (-1 / power));
    const y = radius * sin * (1 + taper * cos) * (sin > 0 ? 0.8 : 1);
    return [radius * cos - lean * y, y];
  };
}

function wave(random: RandomStream, count: number, least: number, most: number): (angle: number) => number {
  const size = drawn(random, least, most);
  const phase = random() * FULL_TURN;
  return angle => 1 + size * Math.cos(count * angle + phase);
}

function bounds(points: readonly Point[]) {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
