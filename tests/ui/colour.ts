/** A colour as "#rrggbb". */
export type Colour = string;

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** WCAG 2 contrast of two colours: 1 (the same) to 21 (black on white). */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Ordinary sight, and the three kinds of colour blindness at full strength (Machado 2009). */
export const SIGHTS: Readonly<Record<'ordinary' | 'protan' | 'deutan' | 'tritan', Matrix>> = {
  ordinary: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** How different two colours look (CIEDE2000) with this sight: 1 is barely seen, 10 is plain side by side. */
export function difference(one: Colour, other: Colour, sight: Matrix): number {
  return ciede2000(lab(one, sight), lab(other, sight));
}

function luminance(colour: Colour): number {
  return dot([0.2126, 0.7152, 0.0722], linear(colour));
}

function linear(colour: Colour): Triple {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

function lab(colour: Colour, sight: Matrix): Triple {
  const light = linear(colour);
  const clamped = (row: Triple) => Math.max(0, Math.min(1, dot(row, light)));
  const seen: Triple = [clamped(sight[0]), clamped(sight[1]), clamped(sight[2])];
  const curve = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = curve(dot([0.4124564, 0.3575761, 0.1804375], seen) / 0.95047);
  const y = curve(dot([0.2126729, 0.7151522, 0.072175], seen));
  const z = curve(dot([0.0193339, 0.119192, 0.9503041], seen) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

// After Sharma, Wu and Dalal (2005), whose letters are kept: L lightness, C chroma, h hue in degrees.
function ciede2000([L1, a1, b1]: Triple, [L2, a2, b2]: Triple): number {
  const greyness = 0.5 * (1 - chromaShare((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [C1, C2] = [Math.hypot((1 + greyness) * a1, b1), Math.hypot((1 + greyness) * a2, b2)];
  const [h1, h2] = [hue((1 + greyness) * a1, b1), hue((1 + greyness) * a2, b2)];

  const turn = C1 * C2 !== 0 && Math.abs(h2 - h1) > 180 ? h2 - h1 - 360 * Math.sign(h2 - h1) : h2 - h1;
  const [dL, dC, dH] = [L2 - L1, C2 - C1, 2 * Math.sqrt(C1 * C2) * sin(turn / 2)];
  const [L, C, h] = [(L1 + L2) / 2, (C1 + C2) / 2, meanHue(h1, h2)];

  const T = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const SL = 1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2);
  const [SC, SH] = [1 + 0.045 * C, 1 + 0.015 * C * T];
  const RT = -2 * chromaShare(C) * sin(60 * Math.exp(-(((h - 275) / 25) ** 2)));
  return Math.sqrt((dL / SL) ** 2 + (dC / SC) ** 2 + (dH / SH) ** 2 + RT * (dC / SC) * (dH / SH));
}

const chromaShare = (C: number): number => Math.sqrt(C ** 7 / (C ** 7 + 25 ** 7));
const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
const cos = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);

function hue(a: number, b: number): number {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  return degrees < 0 ? degrees + 360 : degrees;
}

function meanHue(h1: number, h2: number): number {
  const mean = (h1 + h2) / 2;
  if (Math.abs(h1 - h2) <= 180) return mean;
  return h1 + h2 < 360 ? mean + 180 : mean - 180;
}
