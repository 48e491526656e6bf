import type { Spread } from './samples';
import { ratioRow, spreadRow } from './table';

/** What is printed of one spread, and of which others it is said how many times as long it took. */
interface Row {
  readonly what: string;
  readonly of: string;
  readonly to?: readonly (readonly [spread: string, called: string])[];
}

export const STARTUP_ROWS: readonly Row[] = [
  { what: 'bare page: first paint', of: 'bare page' },
  { what: 'bare page: heading shown', of: 'bare page, usable' },
  { what: 'bare page in Big Rock: first paint', of: 'bare page in ours', to: [['bare page', 'bare']] },
  { what: 'popup, no rock: first paint', of: 'popup, no rock', to: [['bare page beside it', 'bare']] },
  {
    what: "popup, no rock: Today's big rock shown",
    of: 'popup, no rock, usable',
    to: [['bare page beside it, usable', 'bare']],
  },
  { what: 'popup: first paint', of: 'popup', to: [['bare page', 'bare']] },
  { what: 'popup: Done shown', of: 'popup, usable', to: [['bare page, usable', 'bare']] },
  { what: 'bare page, asleep: first paint', of: 'bare page, asleep' },
  { what: 'bare page, asleep: heading shown', of: 'bare page, asleep, usable' },
  { what: 'popup, asleep: first paint', of: 'popup, asleep', to: [['bare page, asleep', 'bare']] },
  {
    what: 'popup, asleep: Done shown',
    of: 'popup, asleep, usable',
    to: [['bare page, asleep, usable', 'bare']],
  },
  { what: 'bare page by redirect: first paint', of: 'bare redirect' },
  { what: 'bare page by redirect: heading shown', of: 'bare redirect, usable' },
  {
    what: 'block page: first paint',
    of: 'block page',
    to: [
      ['bare redirect', 'bare by redirect'],
      ['bare page', 'bare'],
    ],
  },
  {
    what: "block page: rock's title shown",
    of: 'block page, usable',
    to: [
      ['bare redirect, usable', 'bare by redirect'],
      ['bare page, usable', 'bare'],
    ],
  },
  { what: 'bare by redirect, asleep: first paint', of: 'bare redirect, asleep' },
  { what: 'bare by redirect, asleep: heading shown', of: 'bare redirect, asleep, usable' },
  {
    what: 'block page, asleep: first paint',
    of: 'block page, asleep',
    to: [['bare redirect, asleep', 'bare by redirect']],
  },
  {
    what: "block page, asleep: rock's title shown",
    of: 'block page, asleep, usable',
    to: [['bare redirect, asleep, usable', 'bare by redirect']],
  },
  { what: 'bare worker: answer', of: 'bare answer' },
  { what: 'worker: answer', of: 'answer', to: [['bare answer', 'bare']] },
  { what: 'bare worker, asleep: answer', of: 'bare answer, asleep', to: [['bare answer', 'awake']] },
  {
    what: 'worker, asleep: answer',
    of: 'answer, asleep',
    to: [
      ['bare answer, asleep', 'bare'],
      ['answer', 'awake'],
      ['bare page', 'bare page: first paint'],
    ],
  },
];

/** One line a row, and one more for each further ratio. */
export function rowsOf(rows: readonly Row[], spreads: Readonly<Record<string, Spread>>): string[][] {
  const named = (name: string): Spread => {
    const spread = spreads[name];
    if (!spread) throw new Error(`Nothing was measured by the name of ${name}`);
    return spread;
  };
  return rows.flatMap(({ what, of, to = [] }) => {
    const [first, ...others] = to.map(([name, called]) => ({ name: called, spread: named(name) }));
    return [spreadRow(what, named(of), first), ...others.map(other => ratioRow(named(of), other))];
  });
}
