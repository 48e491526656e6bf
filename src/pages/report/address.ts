import { type DayKey, dayKey } from '../../domain/time';

/** What the fragment of the report's address asks for; `day` is null for today. */
export interface Asked {
  day: DayKey | null;
  /** It names something that is no day, so today is shown instead. */
  misread: boolean;
}

export function askedOf(hash: string): Asked {
  const named = hash.replace(/^#/, '');
  const [, date = ''] = /^day\/(.*)$/.exec(named) ?? [];
  const day = dayKey(date);
  return { day, misread: day === null && named !== '' };
}

export const hashOf = (day: DayKey): string => `#day/${day}`;
