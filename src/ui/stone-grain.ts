import { between, type Point, pointText, tenths } from './point';
import { drawn, type RandomStream } from './random-stream';
import type { StoneBody } from './stone-body';

/** Dots of one kind and size. Each is a stroke of no length with a round cap: the shortest markup for a dot. */
export interface Speckle {
  readonly kind: 'dark' | 'light';
  /** Stroke width, in the stone's units. */
  readonly size: number;
  /** The `d` of an SVG path. */
  readonly path: string;
}

// How many dots of 0.9, 1.5 and 2.5 units a fine, a plain and a coarse stone has.
const DOT_SIZES = [0.9, 1.5, 2.5] as const;
const GRAINS = [
  [120, 6, 0],
  [64, 16, 2],
  [40, 20, 7],
] as const;

/** The dots of a stone, in one of three grains; no entry is empty. */
export function speckle(body: StoneBody, random: RandomStream): Speckle[] {
  const counts = GRAINS[Math.floor(random() * GRAINS.length)] ?? GRAINS[0];
  return DOT_SIZES.flatMap((size, i) => dots(body, random, size, counts[i] ?? 0));
}

/** The veins of a stone as SVG paths: one of quartz or two, two or three bands, or (about half the time) none. */
export function veins(body: StoneBody, random: RandomStream): string[] {
  const kind = random();
  if (kind < 0.28) return quartz(body, random, kind < 0.12);
  return kind < 0.52 ? bands(body, random) : [];
}

function dots(body: StoneBody, random: RandomStream, size: number, count: number): Speckle[] {
  const paths = { dark: '', light: '' };
  for (let i = 0; i < count; i++) {
    const [x, y] = body.at(random() * Math.PI * 2);
    const far = Math.sqrt(random()) * 0.9;
    const dot = `M${tenths(between(body.centre[0], x, far))} ${tenths(between(body.centre[1], y, far))}h0`;
    paths[random() < 0.66 ? 'dark' : 'light'] += dot;
  }
  return (['dark', 'light'] as const)
    .map(kind => ({ kind, size, path: paths[kind] }))
    .filter(group => group.path !== '');
}

function quartz(body: StoneBody, random: RandomStream, isDouble: boolean): string[] {
  const left = Math.PI * drawn(random, 1.1, 1.34);
  const right = Math.PI * drawn(random, -0.02, 0.16);
  const broad = lens(body, left, right, body.height * drawn(random, 0.04, 0.2), drawn(random, 3.2, 6.5));
  if (!isDouble) return [broad];
  const sag = body.height * drawn(random, 0.05, 0.16);
  return [broad, lens(body, left - 0.2, right + 0.12, sag, drawn(random, 1.2, 2.4))];
}

function bands(body: StoneBody, random: RandomStream): string[] {
  const first = drawn(random, -0.1, 0.06);
  const gap = drawn(random, 0.13, 0.19);
  const count = 2 + Math.floor(random() * 2);
  return Array.from({ length: count }, (_, i) => {
    const sag = body.height * drawn(random, 0.05, 0.12);
    return lens(body, Math.PI - first - i * gap, first + i * gap * 0.9, sag, drawn(random, 1.8, 4.2));
  });
}

// A long thin lens from edge to edge (angles as in `at`) that sags with the body.
function lens(body: StoneBody, left: number, right: number, sag: number, thickness: number): string {
  const from = body.at(left);
  const to = body.at(right);
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + sag];
  const leaving: Point = [between(from[0], middle[0], 0.62), between(from[1], middle[1], 0.9)];
  const arriving: Point = [between(to[0], middle[0], 0.62), between(to[1], middle[1], 0.9)];
  const there = [leaving, arriving, to].map(pointText).join(' ');
  const back = [lowered(arriving, thickness), lowered(leaving, thickness * 0.8), from]
    .map(pointText)
    .join(' ');
  return `M${pointText(from)}C${there}C${back}Z`;
}

const lowered = ([x, y]: Point, by: number): Point => [x, y + by];
