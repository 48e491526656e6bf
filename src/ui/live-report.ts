import type { DayReport } from '../domain/day-report';
import { type Duration, type Instant, MINUTE } from '../domain/time';

/**
 * How far a running time may grow in a page without word from the background. A computer that wakes from sleep, or a
 * background that is gone, must not make minutes that nobody spent.
 */
export const LONGEST_GUESS: Duration = 2 * MINUTE;

/** The report as it stands `now`: what is running has grown since it was read. */
export function liveReport<Report extends DayReport>(report: Report, now: Instant): Report {
  const { running, asOf } = report;
  const grown = Math.min(Math.max(0, now - asOf), LONGEST_GUESS);
  if (!running || grown === 0) return report;
  const onPurpose = running.isOnPurpose ? grown : 0;
  const grow = <Row extends { time: Duration; passTime: Duration }>(row: Row, runs: boolean) =>
    runs ? { ...row, time: row.time + grown, passTime: row.passTime + onPurpose } : row;
  return {
    ...report,
    sites: report.sites.map(row => grow(row, row.site === running.site)),
    categories: report.categories.map(row => grow(row, row.id === running.category)),
  };
}
