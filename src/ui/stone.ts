/*
 * Every rock has its own stone, and keeps it: a stone laid years ago must not change its shape. So the numbers that
 * make it are drawn in a fixed order from a stream that its seed alone decides, and a new draw may only be added at
 * the END of stone(). No colour is baked in: the tone names a set of tokens, which differ in light and dark.
 */
import { curvePath } from './closed-curve';
import type { Point } from './point';
import { randomStream } from './random-stream';
import { STONE_WIDTH, stoneBody } from './stone-body';
import { type Speckle, speckle, veins } from './stone-grain';
import { litSide, shoulderGlow } from './stone-light';

/** A stone as shapes, in units of which it is 200 wide; its left edge is at x = 0, its top at y = 0, y grows down. */
export interface Stone {
  readonly seed: string;
  /** 1 to 6: the class `tone-1` … `tone-6` gives the shapes their colours. */
  readonly tone: number;
  readonly width: number;
  readonly height: number;
  /** The whole stone, as the `d` of an SVG path; so are `lit`, `glow` and each of the veins. */
  readonly outline: string;
  readonly lit: string;
  readonly glow: string;
  readonly veins: readonly string[];
  readonly speckle: readonly Speckle[];
  /** 112 points of the outline in order, for stacking. */
  readonly edge: readonly Point[];
}

const TONES = 6;

/** The stone of a seed: the same seed gives the same stone on every machine and in every release. */
export function stone(seed: string): Stone {
  const random = randomStream(seed);
  const tone = 1 + Math.floor(random() * TONES);
  const body = stoneBody(random);
  return {
    seed,
    tone,
    width: STONE_WIDTH,
    height: body.height,
    outline: curvePath(body.outline),
    edge: body.edge,
    lit: litSide(body, random),
    glow: shoulderGlow(body, random),
    speckle: speckle(body, random),
    veins: veins(body, random),
  };
}
