import { PERIODS, type Period, type PeriodKind, periodOf, periodWith } from '../../domain/period';
import { type DayKey, dayKey } from '../../domain/time';

export type ViewKind = 'day' | PeriodKind;
export const VIEWS: readonly ViewKind[] = ['day', ...PERIODS];

/** What the fragment of the report's address asks for; `day` is null for today. */
export type Asked = { view: 'day'; day: DayKey | null } | { view: 'period'; period: Period };

/** Null where it names something that is no day and no period. */
export function askedOf(hash: string): Asked | null {
  const named = hash.replace(/^#/, '');
  if (named === '') return { view: 'day', day: null };
  const [, view, key = ''] = /^(\w+)\/(.*)$/.exec(named) ?? [];
  const day = view === 'day' ? dayKey(key) : null;
  if (day !== null) return { view: 'day', day };
  const period = periodOf(key);
  return period?.kind === view && period !== null ? { view: 'period', period } : null;
}

export const dayHash = (day: DayKey): string => `#day/${day}`;
export const periodHash = ({ kind, key }: Period): string => `#${kind}/${key}`;

/** The address of another view that shows the same day. */
export const viewHash = (view: ViewKind, day: DayKey): string =>
  view === 'day' ? dayHash(day) : periodHash(periodWith(view, day));
