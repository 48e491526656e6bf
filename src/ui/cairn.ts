import { type RandomStream, randomStream } from './random-stream';
import type { Stone } from './stone';
import { type StoneContour, stoneContour } from './stone-contour';

/** A stone in its place. */
export interface LaidStone {
  readonly stone: Stone;
  /** The stone's middle: x from the middle of the cairn, y from the ground, negative upwards. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** Radians, clockwise. */
  readonly tilt: number;
  /** The x at which it meets the stone below; null for the one on the ground. */
  readonly touch: number | null;
  readonly contour: StoneContour;
}

/** Stones stacked on a ground line at y = 0, in the units of a stone. */
export interface Cairn {
  /** From the ground up. */
  readonly laid: readonly LaidStone[];
  /** The y of the highest point: 0 for no stones, else negative. */
  readonly top: number;
  /** The farthest that the cairn reaches to either side of its middle. */
  readonly reach: number;
}

// Each stone is smaller than the one that carries it; beyond the seventh they stay as they are.
const SCALES = [1, 0.85, 0.715, 0.6, 0.505, 0.43];
const SMALLEST = 0.37;

// Stones bed into each other a little: an upper one that only just touched would look as if it floated.
const BEDDING = 2.2;

/** Stacks the stones, the first on the ground, each lowered until it rests on the one below. */
export function cairn(stones: readonly Stone[]): Cairn {
  const laid: LaidStone[] = [];
  for (const stone of stones) {
    const under = laid.at(-1);
    laid.push(under ? laidOn(under, stone, SCALES[laid.length] ?? SMALLEST) : laidOnGround(stone));
  }
  return {
    laid,
    top: Math.min(0, ...laid.map(({ y, contour }) => y + contour.highest)),
    reach: Math.max(0, ...laid.map(({ x, contour }) => Math.abs(x) + contour.reach)),
  };
}

// A stream of its own, so that how a stone lies never takes a draw from how it looks.
const layingOf = (stone: Stone) => randomStream(`${stone.seed}/laid`);

// The next number of the stream, spread evenly around zero.
const swing = (random: RandomStream, width: number) => (random() - 0.5) * width;

function laidOnGround(stone: Stone): LaidStone {
  const tilt = swing(layingOf(stone), 0.05);
  const contour = stoneContour(stone, 1, tilt);
  return { stone, x: 0, y: -contour.lowest, scale: 1, tilt, touch: null, contour };
}

function laidOn(under: LaidStone, stone: Stone, scale: number): LaidStone {
  const random = layingOf(stone);
  const tilt = swing(random, 0.12);
  const x = Math.round(swing(random, 16) + under.x * 0.6);
  const contour = stoneContour(stone, scale, tilt);
  const { y, touch } = restingPlace(under, contour, x);
  return { stone, x, y: y + BEDDING, scale, tilt, touch, contour };
}

// The column with the least room between the two stones is where they meet.
function restingPlace(
  under: LaidStone,
  contour: StoneContour,
  x: number,
): { y: number; touch: number | null } {
  let y = Infinity;
  let touch: number | null = null;
  for (const [column, bottom] of contour.bottom) {
    const top = under.contour.top.get(column + x - under.x);
    if (top === undefined || top + under.y - bottom >= y) continue;
    y = top + under.y - bottom;
    touch = column + x;
  }
  return { y, touch };
}
