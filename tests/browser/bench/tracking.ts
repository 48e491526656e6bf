import { BROWSERS } from '../browsers';
import type { BrowserKind } from '../harness/browser-session';
import { namedIn } from './chosen';
import type { Table } from './table';
import { ABSENCE } from './tracking/absence';
import { CALENDAR } from './tracking/calendar';
import { atDesk } from './tracking/desk';
import { FINDING_COLUMNS, findingRow } from './tracking/finding';
import type { Scenario } from './tracking/scenario';
import { STEADY } from './tracking/steady';
import { SWITCHING } from './tracking/switching';

const SCENARIOS: readonly Scenario[] = [...STEADY, ...SWITCHING, ...CALENDAR, ...ABSENCE];

/**
 * What is recorded beside what was true, in real time. `BENCH_ONLY=idle,sound` plays some scenarios alone. Mostly
 * waiting, so both browsers are at it at once.
 */
export async function tracking(): Promise<Table[]> {
  const scenarios = namedIn('BENCH_ONLY', SCENARIOS, ({ key }) => key);
  const kinds = namedIn('BENCH_BROWSER', BROWSERS, kind => kind);
  return Promise.all(kinds.map(kind => trackingIn(kind, scenarios)));
}

async function trackingIn(kind: BrowserKind, scenarios: readonly Scenario[]): Promise<Table> {
  const rows: string[][] = [];
  const faults: string[] = [];
  for (const { name, key, needs = {}, play } of scenarios) {
    try {
      const findings = await atDesk(kind, needs, play);
      rows.push(...findings.map(finding => findingRow(name, finding)));
    } catch (error) {
      rows.push([name, ...FINDING_COLUMNS.slice(1).map(() => ''), 'FAILED']);
      faults.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
    console.error(`tracking in ${kind}: ${key} played`);
  }
  return {
    title: `tracking in ${kind}`,
    columns: ['', ...FINDING_COLUMNS],
    rows,
    notes: [...faults, ...NOTES],
  };
}

const NOTES = [
  'Truth: when the test acted, or its web was asked for the page. Recorded: the visits of Export JSON.',
  'Within: at most 0.1 s a switch and, of all of a scenario, 0.5 %. A start and an end are a switch each.',
];
