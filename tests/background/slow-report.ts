import type { DayKind } from '../../src/domain/day-terms';
import type { Duration } from '../../src/domain/time';

/** A history as plain as can be: spans of attention, attempts and rocks, and what held on each day. */
export interface RawHistory {
  zone: string;
  dayStart: number;
  /** In order, none overlapping another; whole seconds. */
  spans: readonly { from: number; to: number; site: string; category: string; onPurpose: boolean }[];
  attempts: readonly { at: number; site: string; category: string }[];
  rocks: readonly { day: string; at: number; done: boolean }[];
  days: readonly { day: string; kind: DayKind; work: readonly (readonly [number, number])[] }[];
  guesses: Readonly<Record<string, number>>;
  /** Nothing has happened after it yet. */
  until: number;
}

const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;

/** What a wall clock shows, by `Intl` and nothing of ours. */
function clockOf(zone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const known = new Map<number, { date: string; hour: number }>();
  return (at: number) => {
    const minute = Math.floor(at / 60_000);
    const before = known.get(minute);
    if (before) return before;
    const [date = '', hour = ''] = format.format(minute * 60_000).split(' ');
    const clock = { date, hour: Number(hour.slice(0, 2)) };
    known.set(minute, clock);
    return clock;
  };
}

export const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

const weekdays = new Map<string, number>();

/** Monday is 1. Every second asks for it. */
function weekday(day: string): number {
  const known = weekdays.get(day) ?? (new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
  weekdays.set(day, known);
  return known;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const low = sorted[Math.ceil(half) - 1] ?? 0;
  const high = sorted[Math.floor(half)] ?? 0;
  return Math.round((low + high) / 2);
}

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** Everything a report says, by counting seconds one by one. */
export function slowReport(raw: RawHistory) {
  const clock = clockOf(raw.zone);
  const dayAt = (at: number) => {
    const { date, hour } = clock(at);
    return hour < raw.dayStart ? shifted(date, -1) : date;
  };
  const seconds = raw.spans.flatMap(({ from, to, ...span }) =>
    Array.from({ length: (to - from) / SECOND }, (_, i) => {
      const at = from + i * SECOND;
      const [day, { hour }] = [dayAt(at), clock(at)];
      return { ...span, at, day, hour, cell: `${weekday(day)} ${hour}` };
    }),
  );
  const attempts = raw.attempts.map(attempt => ({ ...attempt, day: dayAt(attempt.at) }));
  const checks = raw.spans.flatMap(({ from, site, category }, i) => {
    const last = raw.spans.slice(0, i).findLast(span => span.category === category);
    return last === undefined || from - last.to >= 60 * SECOND ? [{ day: dayAt(from), site, category }] : [];
  });
  const termsOf = (day: string) => raw.days.find(each => each.day === day);

  const timeOf = (rows: readonly unknown[]): Duration => rows.length * SECOND;

  const secondsOf = new Map<string, typeof seconds>();
  for (const second of seconds) {
    const own = secondsOf.get(second.day);
    if (own) own.push(second);
    else secondsOf.set(second.day, [second]);
  }
  const known = new Map<string, ReturnType<typeof countedDay>>();
  const dayFigures = (day: string) => {
    const before = known.get(day) ?? countedDay(day);
    known.set(day, before);
    return before;
  };

  const countedDay = (day: string) => {
    const own = secondsOf.get(day) ?? [];
    const drift = own.filter(({ onPurpose }) => !onPurpose);
    const tried = attempts.filter(each => each.day === day).length;
    const pinned = raw.rocks.filter(rock => rock.day === day);
    const terms = termsOf(day);
    const isWorkday = (terms?.work.length ?? 0) > 0;
    const byCategory: Record<string, number> = {};
    for (const { category } of drift) byCategory[category] = (byCategory[category] ?? 0) + SECOND;
    return {
      day,
      isWorkday,
      isWorked: isWorkday && own.length + tried + pinned.length > 0,
      isBlocked: terms?.kind === 'blocked',
      drift: timeOf(drift),
      passTime: timeOf(own) - timeOf(drift),
      checks: checks.filter(check => check.day === day).length,
      attempts: tried,
      pinned: pinned.length,
      done: pinned.filter(({ done }) => done).length,
      byCategory,
    };
  };

  const daysFrom = (first: string, last: string): string[] =>
    first > last ? [] : [first, ...daysFrom(shifted(first, 1), last)];

  const within = <T extends { day: string }>(rows: readonly T[], first: string, last: string) =>
    rows.filter(({ day }) => first <= day && day <= last);

  const usualBefore = (day: string, categories: readonly string[]) => {
    const worked = daysFrom(shifted(day, -28), shifted(day, -1))
      .map(dayFigures)
      .filter(({ isWorked }) => isWorked);
    if (worked.length < 3) return null;
    return {
      days: worked.length,
      drift: middle(worked.map(({ drift }) => drift)),
      passTime: middle(worked.map(({ passTime }) => passTime)),
      checks: middle(worked.map(({ checks }) => checks)),
      byCategory: Object.fromEntries(
        categories.map(id => [id, middle(worked.map(({ byCategory }) => byCategory[id] ?? 0))]),
      ),
    };
  };

  const takings = (days: readonly string[], today: string) => {
    const worked = raw.days
      .filter(({ day, work }) => day < today && work.length > 0)
      .map(({ day }) => dayFigures(day))
      .filter(({ isWorked }) => isWorked);
    const watched = worked.filter(({ day }) => termsOf(day)?.kind === 'open').slice(0, 10);
    const guessed = Object.values(raw.guesses);
    const baseline =
      watched.length > 0
        ? middle(watched.map(({ drift }) => drift))
        : guessed.length > 0
          ? sum(guessed) * 60 * SECOND
          : null;
    const own = new Set(watched.map(({ day }) => day));
    const reclaimed = days
      .map(dayFigures)
      .filter(({ day, isWorked }) => isWorked && !own.has(day))
      .map(({ day, drift }) => ({ day, time: Math.max(0, (baseline ?? 0) - drift) }))
      .filter(({ time }) => time > 0);
    const tracked = worked.slice(0, 10);
    const truths = Object.keys(raw.guesses).map(id =>
      tracked.length < 5
        ? null
        : Math.round(sum(tracked.map(({ byCategory }) => byCategory[id] ?? 0)) / tracked.length),
    );
    return { baseline, reclaimed, tracked: tracked.length, truths };
  };

  /** The longest run of seconds in work hours without attention, until a moment. */
  const stretch = (day: string, until: number): Duration => {
    const taken = new Set(seconds.map(({ at }) => at));
    const seen = [...seconds, ...attempts, ...raw.rocks].filter(each => each.day === day).map(({ at }) => at);
    const since = day === raw.days[0]?.day ? Math.min(...seen) : 0;
    let longest = 0;
    for (const [begin, to] of termsOf(day)?.work ?? []) {
      let run = 0;
      const from = Math.max(begin, since);
      for (let at = from; at < Math.min(to, until); at += SECOND) {
        run = taken.has(at) ? 0 : run + SECOND;
        longest = Math.max(longest, run);
      }
    }
    return longest;
  };

  const afterHours = (day: string): Duration => {
    const work = termsOf(day)?.work ?? [];
    return timeOf(
      (secondsOf.get(day) ?? []).filter(each => !work.some(([from, to]) => from <= each.at && each.at < to)),
    );
  };

  const rows = (first: string, last: string, key: 'site' | 'category') => {
    const own = within(seconds, first, last);
    const tried = within(attempts, first, last);
    const looked = within(checks, first, last);
    const names = new Set([...own, ...tried].map(each => each[key]));
    return [...names].map(name => ({
      name,
      time: timeOf(own.filter(each => each[key] === name)),
      passTime: timeOf(own.filter(each => each[key] === name && each.onPurpose)),
      checks: looked.filter(each => each[key] === name).length,
      attempts: tried.filter(each => each[key] === name).length,
    }));
  };

  const rhythm = (first: string, last: string) => {
    const [since = last] = [
      ...raw.days.map(({ day }) => day).filter(day => day >= shifted(first, -28)),
      ...within(seconds, first, last).map(({ day }) => day),
    ].sort();
    const days = daysFrom(first, last).filter(day => day >= since);
    const cells = new Map<string, number>();
    for (const { cell, onPurpose } of within(seconds, first, last))
      cells.set(cell, (cells.get(cell) ?? 0) + (onPurpose ? 0 : SECOND));
    return [...cells].map(([cell, drift]) => {
      const [there = 0, hour = 0] = cell.split(' ').map(Number);
      const count = days.filter(day => weekday(day) === there).length;
      return { weekday: there, hour, drift: Math.round(drift / count) };
    });
  };

  const hours = (first: string, last: string) => {
    const worked = daysFrom(first, last)
      .map(dayFigures)
      .filter(({ isWorked }) => isWorked);
    const drifts = Array.from({ length: 24 }, () => 0);
    for (const { day } of worked)
      for (const { hour, onPurpose } of secondsOf.get(day) ?? [])
        drifts[hour] = (drifts[hour] ?? 0) + (onPurpose ? 0 : SECOND);
    const figures = drifts
      .map((drift, hour) => {
        const days = worked.filter(({ day }) =>
          (termsOf(day)?.work ?? []).some(([from, to]) => {
            for (let at = from; at < Math.min(to, raw.until); at += 600 * SECOND)
              if (clock(at).hour === hour) return true;
            return false;
          }),
        );
        return { hour, count: days.length, drift: Math.round(drift / days.length) };
      })
      .filter(({ count }) => count > 0);
    const averages = figures.map(({ drift }) => drift);
    const [least, most] = [Math.min(...averages), Math.max(...averages)];
    if (figures.length === 0 || least === most) return null;
    return {
      best: figures.find(({ drift }) => drift === least)?.hour,
      worst: figures.findLast(({ drift }) => drift === most)?.hour,
      least,
      most,
    };
  };

  const target = (first: string) => {
    const worked = daysFrom(shifted(first, -28), shifted(first, -1))
      .map(dayFigures)
      .filter(({ isWorked }) => isWorked);
    return worked.length === 0
      ? null
      : Math.round((sum(worked.map(({ drift }) => drift)) / worked.length) * 0.8);
  };

  const trend = (first: string, last: string, isByWeek: boolean) => {
    const days = daysFrom(first, last).map(dayFigures);
    const mondayOf = (day: string) => shifted(day, 1 - weekday(day));
    const keys = [...new Set(days.map(({ day }) => (isByWeek ? mondayOf(day) : day)))];
    const steps = keys.map(key => days.filter(({ day }) => (isByWeek ? mondayOf(day) : day) === key));
    const ids = [...new Set(days.flatMap(({ byCategory }) => Object.keys(byCategory)))];
    const averages = steps.map(step =>
      Object.fromEntries(
        ids.map(id => [id, Math.round(sum(step.map(({ byCategory }) => byCategory[id] ?? 0)) / step.length)]),
      ),
    );
    const worked = averages.filter((_, i) => steps[i]?.some(({ isWorked }) => isWorked));
    const medians = Object.fromEntries(ids.map(id => [id, middle(worked.map(step => step[id] ?? 0))]));
    return { steps: averages, medians };
  };

  return {
    dayFigures,
    daysFrom,
    usualBefore,
    takings,
    stretch,
    afterHours,
    rows,
    rhythm,
    hours,
    target,
    trend,
  };
}
