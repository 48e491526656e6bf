import type { DayKey } from '../domain/time';
import { weekdayText } from './format';
import { text } from './text';

/** What the day is about, where its weekday has a theme: “Tuesday: dental clinics”. */
export function ThemeLine({ theme, day }: { theme: string; day: DayKey }) {
  if (theme === '') return null;
  const weekday = weekdayText(Temporal.PlainDate.from(day).dayOfWeek);
  return (
    <p class="theme quiet">
      <bdi>{text('rock_theme', weekday, theme)}</bdi>
    </p>
  );
}
