import { dayText, monthText, spanText } from '../../ui/format';
import { text } from '../../ui/text';
import type { View } from './store';

/** What a view is of: `Monday 23 November`, `23 – 29 November 2026`, `November 2026`, `2026`. */
export function headingOf(shown: View): string {
  if (shown.view === 'day') return dayText(shown.report.day);
  const { kind, key, first, last } = shown.report.period;
  if (kind === 'week') return spanText(first, last);
  return kind === 'month' ? monthText(first) : text('report_year', key);
}
