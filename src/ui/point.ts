/** A place on a drawing: x to the right, y downwards, in the drawing's own units. */
export type Point = readonly [x: number, y: number];

/** The number that lies `share` (0 to 1) of the way from `from` to `to`. */
export const between = (from: number, to: number, share: number): number => from + (to - from) * share;

/** A number as SVG text, to a tenth of a unit: finer is invisible and only makes the markup longer. */
export const tenths = (value: number): string => String(Math.round(value * 10) / 10);

/** A point as SVG text: "12.3 4.5". */
export const pointText = ([x, y]: Point): string => `${tenths(x)} ${tenths(y)}`;
