import type { Instant } from '../domain/time';
import { ClockTime } from './clock-time';
import { TextWith } from './text-with';

/** That a change which loosens something is not so yet. */
export function WaitsText({ until, zone }: { until: Instant; zone: string }) {
  return <TextWith of="settings_waits" parts={[<ClockTime key="time" at={until} zone={zone} />]} />;
}
