/** What is left of many samples of one thing: figures of a busy machine have a long tail, so no mean. */
export interface Spread {
  readonly median: number;
  /** The quarter below which the lowest samples lie, and above which the highest. */
  readonly p25: number;
  readonly p75: number;
}

/** One thing to be measured, in milliseconds, a sample a call. One call may yield several of them, by name. */
export type Measure = () => Promise<Readonly<Record<string, number>>>;

/** Rounds that are thrown away: the first loads fill the caches of the browser and of the system. */
const WARM_UPS = 2;

/**
 * Takes every measure once a round, one after the other, so that what slows the machine down for a while slows all
 * of them down alike.
 */
export async function interleaved(
  rounds: number,
  measures: readonly Measure[],
): Promise<Record<string, Spread>> {
  const samples = new Map<string, number[]>();
  for (let round = -WARM_UPS; round < rounds; round++) {
    for (const measure of measures) {
      const taken = await measure();
      if (round < 0) continue;
      for (const [name, sample] of Object.entries(taken))
        samples.set(name, [...(samples.get(name) ?? []), sample]);
    }
  }
  return Object.fromEntries([...samples].map(([name, values]) => [name, spreadOf(values)]));
}

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p25: quantile(sorted, 0.25), p75: quantile(sorted, 0.75) };
}

/** Between two samples, in proportion: the default of R and NumPy. NaN of nothing. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
