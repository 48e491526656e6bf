import { compared, type Finding } from './finding';
import type { Ledger, Stretch } from './ledger';
import { type Exported, lengthOf } from './recorded';

/** Everything, and each stretch for itself: what is missing of one must not make up for what is too much of another. */
export function comparedByStretch(ledger: Ledger, exported: Exported): Finding[] {
  const stretches = ledger.stretches();
  const recorded = stretches.map(() => 0);
  for (const visit of exported.visits) {
    const [nearest] = stretches
      .map((stretch, i) => ({ i, distance: distanceOf(visit, stretch) }))
      .sort((one, other) => one.distance - other.distance);
    if (nearest) recorded[nearest.i] = (recorded[nearest.i] ?? 0) + lengthOf(visit);
  }
  const parts = stretches.map(({ site, from, to }, i) => ({
    part: `${i + 1}: ${site}`,
    truth: (to - from) / 1000,
    recorded: recorded[i] ?? 0,
    switches: 2,
  }));
  return [...compared(ledger, exported).slice(0, 1), ...parts];
}

/** How far a visit begins from where the stretch does; visits of another site are never of it. */
const distanceOf = ({ site, start }: Exported['visits'][number], stretch: Stretch): number =>
  site === stretch.site ? Math.abs(Date.parse(start) - stretch.from) : Number.POSITIVE_INFINITY;
