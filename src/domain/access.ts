import { dayOf } from './calendar';
import type { Pattern } from './pattern';
import { NO_RECORDS, type Records } from './records';
import type { Remark } from './remark';
import type { State } from './state';
import type { Moment } from './time';

/** Which listed sites the browser has let us see so far. */
export interface Access {
  seen: readonly Pattern[];
  /** Seen once, and not any more. */
  taken: readonly Pattern[];
}

export const NO_ACCESS: Access = { seen: [], taken: [] };

/**
 * Takes in which listed sites we may see now. Where that was taken away, or given back, the day's report has to say so:
 * nothing is blocked or measured there meanwhile.
 */
export function accessSeen(
  state: State,
  patterns: readonly Pattern[],
  id: string,
  { at, zone }: Moment,
): { state: State; records: Records } {
  const { access, settings } = state;
  const listed = new Set(settings.sites.map(({ pattern }) => pattern));
  const now = new Set(patterns);
  const taken = access.seen.filter(site => listed.has(site) && !now.has(site));
  const given = access.taken.filter(site => now.has(site));
  const fresh = patterns.filter(site => !access.seen.includes(site));
  const gone = access.seen.length + fresh.length - patterns.length;
  if (fresh.length === 0 && gone === 0) return { state, records: NO_RECORDS };
  const remark = (what: Remark['what'], site: Pattern): Remark => ({
    id: `${id}/${site}`,
    at,
    zone,
    day: dayOf({ at, zone }, settings.dayStart),
    what,
    site,
  });
  const stillTaken = access.taken.filter(site => listed.has(site) && !now.has(site));
  return {
    state: { ...state, access: { seen: patterns, taken: [...stillTaken, ...taken] } },
    records: {
      ...NO_RECORDS,
      remarks: [
        ...taken.map(site => remark('access taken', site)),
        ...given.map(site => remark('access given', site)),
      ],
    },
  };
}
