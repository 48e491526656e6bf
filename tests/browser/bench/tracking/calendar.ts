import { seconds } from '../../browsers';
import type { Desk } from './desk';
import { compared, type Finding, totalOf } from './finding';
import { type Exported, lengthOf, readRecorded, sums } from './recorded';
import type { Scenario } from './scenario';

const SITE = 'facebook.com';
const needs = { zone: 'Europe/Berlin' };

export const CALENDAR: readonly Scenario[] = [
  { name: 'across midnight', key: 'midnight', needs, play: crossing('2026-11-24T00:00+01:00', byDay) },
  { name: 'across the end of DST', key: 'dst-end', needs, play: crossing('2026-10-25T01:00Z', byOffset) },
  { name: 'across the start of DST', key: 'dst-start', needs, play: crossing('2027-03-28T01:00Z', byOffset) },
  { name: 'clock 8 h ahead in mid-visit', key: 'ahead', needs, play: jumped(8) },
  { name: 'clock 1 h back in mid-visit', key: 'back', needs, play: jumped(-1) },
];

/** A visit that begins before an instant and ends after it is recorded in two parts. */
function crossing(instant: string, partsOf: (exported: Exported) => Map<string, number>) {
  return async ({ session, clock, visit, leave }: Desk): Promise<Finding[]> => {
    const cut = Date.parse(instant);
    await clock.set(cut - 12_000);
    const from = clock.at(await visit(`https://www.${SITE}/`, SITE));
    if (from >= cut) throw new Error('The page came too late');
    await seconds(22);
    const to = clock.at(await leave());
    const recorded = [...partsOf(await readRecorded(session))].sort(([one], [other]) =>
      one < other ? -1 : 1,
    );
    // The offset of summer is greater than that of winter, whichever came first.
    if (partsOf === byOffset && instant.startsWith('2026')) recorded.reverse();
    const truths = [(cut - from) / 1000, (to - cut) / 1000];
    const parts = [0, 1].map(i => ({
      part: recorded[i]?.[0] ?? 'missing',
      truth: truths[i] ?? 0,
      recorded: recorded[i]?.[1] ?? 0,
      switches: 1,
    }));
    if (recorded.length > 2) throw new Error(`Cut into ${recorded.map(([part]) => part).join(', ')}`);
    return [totalOf(parts), ...parts];
  };
}

function byDay({ days }: Exported): Map<string, number> {
  return sums(days.map(({ day, seconds: length }) => [day, length]));
}

/** Seconds by how far the wall clock was ahead of UTC: `+02:00`. */
function byOffset({ visits }: Exported): Map<string, number> {
  return sums(visits.map(visit => [visit.start.slice(-6), lengthOf(visit)]));
}

/** The clock alone jumps: who sits there goes on reading, and every second of that counts once. */
function jumped(hours: number) {
  return async ({ session, clock, ledger, visit, leave }: Desk): Promise<Finding[]> => {
    await clock.set(Date.parse('2026-11-24T10:10+01:00'));
    await visit(`https://www.${SITE}/`, SITE);
    await seconds(15);
    await clock.jump(hours * 3_600_000);
    await seconds(15);
    await leave();
    return compared(ledger, await readRecorded(session));
  };
}
