/** Gives the next number of a stream, 0 or more and less than 1. */
export type RandomStream = () => number;

/**
 * A stream of numbers that depends on the seed alone: the same text gives the same numbers on every machine
 * and in every release, which Math.random cannot promise. (xmur3 for the seed, mulberry32 for the stream.)
 */
export function randomStream(seed: string): RandomStream {
  let state = hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The stream's next number, spread over the range from `low` to `high`. */
export const drawn = (random: RandomStream, low: number, high: number): number =>
  low + (high - low) * random();

function hashOf(text: string): number {
  let hash = 1779033703 ^ text.length;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return (hash ^ (hash >>> 16)) >>> 0;
}
