import type { Duration } from '../../domain/time';
import { DurationText } from '../../ui/duration';
import { type TextKey, text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';

interface ComparisonProps {
  now: Duration;
  then: Duration;
  /** What is said for less, as much and more; the first and the last have the difference in them. */
  of: { under: TextKey; same: TextKey; over: TextKey };
}

const UNNOTICED = 60_000;

/** A time beside another, in words. Less than a minute apart is the same. */
export function Comparison({ now, then, of }: ComparisonProps) {
  const apart = Math.abs(now - then);
  if (apart < UNNOTICED) return <>{text(of.same)}</>;
  return <TextWith of={now < then ? of.under : of.over} parts={[<DurationText key="apart" of={apart} />]} />;
}
