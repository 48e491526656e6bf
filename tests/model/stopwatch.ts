import { MINUTE } from '../../src/domain/time';
import { TICK } from './schedule';

/** What was true for one tick, by nobody's reckoning but the world's own. */
export interface Tick {
  /** True time since the start, in milliseconds; goes on whatever clocks say. */
  t: number;
  wall: number;
  zone: string;
  /** The listed site in front of the person, whether or not somebody is there. */
  site: string;
  /** Whether somebody touches keys or mouse all through the tick. */
  touched: boolean;
  /** Milliseconds since somebody did, at the start of the tick. */
  untouchedFor: number;
  sound: boolean;
  /** Ticks of one number follow each other with nothing in between. */
  span: number;
}

/** The ticks in which, by the rules of the product, somebody attended the site: a person with a stopwatch and hindsight. */
export function attended(ticks: readonly Tick[], idleAfter: number): Tick[] {
  const spans = new Map<number, Tick[]>();
  for (const tick of ticks) spans.set(tick.span, [...(spans.get(tick.span) ?? []), tick]);
  return [...spans.values()].flatMap(span => attendedInSpan(span, idleAfter));
}

function attendedInSpan(span: readonly Tick[], idleAfter: number): Tick[] {
  const counted: Tick[] = [];
  // Ticks of which only the future tells whether somebody was there.
  let doubtful: Tick[] = [];
  let isOn = false;
  let carriedBySound = false;
  for (const tick of span) {
    const isGone = !tick.touched && tick.untouchedFor >= idleAfter;
    const silentFor = tick.t - ((counted.at(-1)?.t ?? Number.NEGATIVE_INFINITY) + TICK);
    // Touched at the very start of this tick: until then somebody was there.
    if (tick.untouchedFor === 0 && doubtful.length > 0) {
      counted.push(...doubtful);
      doubtful = [];
      carriedBySound = false;
    }
    if (isGone && !isOn && !(tick.sound && carriedBySound && silentFor < MINUTE)) continue;
    isOn = !isGone || tick.sound;
    if (isOn) doubtful.push(tick);
    if (isOn && (tick.touched || tick.sound)) {
      counted.push(...doubtful);
      doubtful = [];
      carriedBySound = !tick.touched;
    }
    // At the end of this tick nobody will have been there for so long that they left before.
    if (!tick.touched && !tick.sound && tick.untouchedFor + TICK >= idleAfter) {
      isOn = false;
      doubtful = [];
    }
  }
  return [...counted, ...doubtful];
}

/** How many of the visits that these ticks make up began a minute or more after the last attention to the category. */
export function checksIn(counted: readonly Tick[], categoryOf: (site: string) => string): number {
  const last = new Map<string, number>();
  let before: Tick | null = null;
  let checks = 0;
  for (const tick of counted) {
    const goesOn = before !== null && before.span === tick.span && before.t + TICK === tick.t;
    const category = categoryOf(tick.site);
    const since = tick.wall - (last.get(category) ?? Number.NEGATIVE_INFINITY);
    if (!goesOn && since >= MINUTE) checks++;
    last.set(category, tick.wall + TICK);
    before = tick;
  }
  return checks;
}

/** Milliseconds by whatever a tick belongs to. */
export function timeBy(counted: readonly Tick[], keyOf: (tick: Tick) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const tick of counted) sums.set(keyOf(tick), (sums.get(keyOf(tick)) ?? 0) + TICK);
  return sums;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const known = new Map<string, { day: string; hour: number }>();

/** The local day, cut at the hour at which days start, and the hour the wall clock shows. */
export function dayAndHour(wall: number, zone: string, dayStart: number): { day: string; hour: number } {
  const minute = Math.floor(wall / MINUTE);
  const key = `${zone} ${minute} ${dayStart}`;
  const found = known.get(key) ?? reckoned(minute * MINUTE, zone, dayStart);
  known.set(key, found);
  return found;
}

/** By Intl rather than Temporal: another reading of the same zones. */
function reckoned(wall: number, zone: string, dayStart: number): { day: string; hour: number } {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(zone, format);
  const [date = '', time = ''] = format.format(wall).split(' ');
  const hour = Number(time.slice(0, 2));
  if (hour >= dayStart) return { day: date, hour };
  return { day: new Date(Date.parse(date) - 24 * 60 * MINUTE).toISOString().slice(0, 10), hour };
}
