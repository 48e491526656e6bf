import type { Ledger } from './ledger';
import { type Exported, recordedBySite } from './recorded';

/** What was measured beside what was true, in seconds. */
export interface Finding {
  /** Which part of the scenario it is; empty for all of it. */
  readonly part: string;
  readonly truth: number;
  readonly recorded: number;
  readonly switches: number;
  /** Seconds that the product says may be lost. */
  readonly allowance?: number;
}

export const FINDING_COLUMNS = [
  'truth s',
  'recorded s',
  'error s',
  'switches',
  'error s/switch',
  'error %',
  'within',
] as const;

const PER_SWITCH = 0.1;
const OF_TOTAL = 0.005;

/** Everything, and the site that is furthest off where there are several. */
export function compared(ledger: Ledger, exported: Exported, allowance = 0): Finding[] {
  const truths = new Map(ledger.truths().map(truth => [truth.site, truth]));
  const recorded = recordedBySite(exported);
  const sites = [...new Set([...truths.keys(), ...recorded.keys()])].map(site => ({
    part: `worst: ${site}`,
    truth: truths.get(site)?.seconds ?? 0,
    recorded: recorded.get(site) ?? 0,
    switches: truths.get(site)?.switches ?? 0,
  }));
  const [worst] = [...sites].sort((a, b) => Math.abs(errorOf(b)) - Math.abs(errorOf(a)));
  const all = { ...totalOf(sites), switches: ledger.switches(), allowance };
  return worst && sites.length > 1 ? [all, { ...worst, allowance }] : [all];
}

export function totalOf(parts: readonly Finding[]): Finding {
  const sum = (of: (part: Finding) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    part: '',
    truth: sum(({ truth }) => truth),
    recorded: sum(({ recorded }) => recorded),
    switches: sum(({ switches }) => switches),
  };
}

const errorOf = ({ truth, recorded }: Finding): number => recorded - truth;

/** The bar of a total holds of all of it; a part of it has only its switches to err by. */
function isWithin(finding: Finding): boolean {
  const { part, truth, switches, allowance = 0 } = finding;
  const error = Math.abs(errorOf(finding));
  const isInTotal = part !== '' || error <= OF_TOTAL * truth + allowance;
  return isInTotal && error <= PER_SWITCH * switches + allowance;
}

export function findingRow(scenario: string, finding: Finding): string[] {
  const { part, truth, recorded, switches } = finding;
  const error = errorOf(finding);
  return [
    part === '' ? scenario : `  ${part}`,
    truth.toFixed(2),
    recorded.toFixed(2),
    signed(error, 3),
    String(switches),
    switches === 0 ? '' : signed(error / switches, 3),
    truth === 0 ? '' : signed((100 * error) / truth, 2),
    isWithin(finding) ? 'yes' : 'NO',
  ];
}

const signed = (value: number, digits: number): string =>
  `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(digits)}`;
