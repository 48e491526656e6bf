import { between, type Point } from './point';
import type { Stone } from './stone';

/** How a turned and scaled stone lies around its own middle: x and y count from there, y grows downwards. */
export interface StoneContour {
  /** Height of the upper and of the lower side, by whole columns of x. */
  readonly top: ReadonlyMap<number, number>;
  readonly bottom: ReadonlyMap<number, number>;
  readonly highest: number;
  readonly lowest: number;
  /** The farthest it reaches to either side. */
  readonly reach: number;
}

/** The contour of a stone scaled by `scale` and turned by `tilt` radians, clockwise. */
export function stoneContour(stone: Stone, scale: number, tilt: number): StoneContour {
  const edge = turned(stone, scale, tilt);
  const top = new Map<number, number>();
  const bottom = new Map<number, number>();
  for (const [x, y] of withoutGaps(edge)) {
    const column = Math.round(x);
    top.set(column, Math.min(top.get(column) ?? Infinity, y));
    bottom.set(column, Math.max(bottom.get(column) ?? -Infinity, y));
  }
  const heights = edge.map(([, y]) => y);
  return {
    top,
    bottom,
    highest: Math.min(...heights),
    lowest: Math.max(...heights),
    reach: Math.max(...edge.map(([x]) => Math.abs(x))),
  };
}

function turned({ edge, width, height }: Stone, scale: number, tilt: number): Point[] {
  const cos = Math.cos(tilt);
  const sin = Math.sin(tilt);
  return edge.map(([edgeX, edgeY]) => {
    const x = edgeX - width / 2;
    const y = edgeY - height / 2;
    return [(x * cos - y * sin) * scale, (x * sin + y * cos) * scale];
  });
}

// Two points a unit, so that no column between two far points of the edge stays empty.
function* withoutGaps(edge: readonly Point[]): Generator<Point> {
  for (const [i, from] of edge.entries()) {
    const to = edge[(i + 1) % edge.length] ?? from;
    const steps = Math.max(1, Math.ceil(Math.abs(to[0] - from[0]) * 2));
    for (let step = 0; step <= steps; step++) {
      yield [between(from[0], to[0], step / steps), between(from[1], to[1], step / steps)];
    }
  }
}
