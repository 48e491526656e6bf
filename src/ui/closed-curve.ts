import { type Point, pointText } from './point';

/** One cubic Bézier: where it starts, its two handles, and where it ends. */
type Segment = readonly [from: Point, leaving: Point, arriving: Point, to: Point];

/** A smooth line that ends where it began, as cubic Béziers in order. */
export type ClosedCurve = readonly Segment[];

/** The closed Catmull-Rom spline through the points, in their order. No points give an empty curve. */
export function closedCurve(points: readonly Point[]): ClosedCurve {
  return points.map((from, i) => {
    const before = around(points, i - 1);
    const to = around(points, i + 1);
    const after = around(points, i + 2);
    return [from, handle(from, before, to), handle(to, after, from), to];
  });
}

/** The curve as the `d` of an SVG path, to a tenth of a unit. */
export function curvePath(curve: ClosedCurve): string {
  const [first] = curve;
  if (!first) return '';
  const segments = curve.map(
    ([, leaving, arriving, to]) => `C${[leaving, arriving, to].map(pointText).join(' ')}`,
  );
  return `M${pointText(first[0])}${segments.join('')}Z`;
}

/** Points along the curve, `perSegment` from each segment, starting with the segment's own start. */
export function curvePoints(curve: ClosedCurve, perSegment: number): Point[] {
  return curve.flatMap(segment =>
    Array.from({ length: perSegment }, (_, i) => pointOn(segment, i / perSegment)),
  );
}

function around(points: readonly Point[], index: number): Point {
  const point = points[(index + points.length) % points.length];
  if (!point) throw new RangeError('A closed curve has no points.');
  return point;
}

// A sixth of the way between the neighbours makes the spline pass through every point with one slope on both sides.
function handle(at: Point, away: Point, towards: Point): Point {
  return [at[0] + (towards[0] - away[0]) / 6, at[1] + (towards[1] - away[1]) / 6];
}

function pointOn([a, b, c, d]: Segment, t: number): Point {
  const u = 1 - t;
  const [wa, wb, wc, wd] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [wa * a[0] + wb * b[0] + wc * c[0] + wd * d[0], wa * a[1] + wb * b[1] + wc * c[1] + wd * d[1]];
}
