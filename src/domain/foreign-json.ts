import * as v from 'valibot';
import { dateReader, isoDate } from './foreign-date';
import { type ForeignRow, figure, foreignDays } from './foreign-days';
import { type Foreign, foreignOf, jsonLine, type LeftOut } from './foreign-file';
import { readLeechBlockJson } from './foreign-leechblock';

const record = v.record(v.string(), v.unknown());

const tabSchema = v.object({ url: v.string(), days: v.optional(v.array(v.unknown()), []) });
const tabDaySchema = v.object({ date: v.string(), summary: v.number(), counter: v.optional(v.number(), 0) });

const exportRowSchema = v.object({
  host: v.string(),
  date: v.optional(v.string()),
  focus: v.string(),
  time: v.optional(v.number(), 0),
});

const statSchema = v.object({ focus: v.optional(v.number(), 0), time: v.optional(v.number(), 0) });
const statRowSchema = v.object({ ...statSchema.entries, host: v.string(), date: v.string() });

const webtimeSchema = v.object({ content: v.object({ domains: v.record(v.string(), v.unknown()) }) });
const webtimeDaysSchema = v.object({ days: v.record(v.string(), v.object({ seconds: v.number() })) });

/** The history or the options that a rival exported as JSON; null where they are none of those known here. */
export function readForeignJson(file: object): Foreign | null {
  if (Array.isArray(file)) return webActivityBackup(file) ?? timeTrackerRows(file);
  if (!v.is(record, file)) return null;
  return readLeechBlockJson(file) ?? timeTrackerBackup(file) ?? webtimeBackup(file);
}

/**
 * The backup of Web Activity Time Tracker: its sites with their days,
 * `[{"url":"facebook.com","summaryTime":1834,"counter":12,"days":[{"counter":12,"date":"11/23/2026","summary":1834}]}]`,
 * in seconds, dates as in the United States. See
 * https://github.com/Stigmatoz/web-activity-time-tracker/blob/master/src/entity/tab.ts.
 */
function webActivityBackup(file: readonly unknown[]): Foreign | null {
  const tabs = file.map(value => ({ value, tab: v.safeParse(tabSchema, value) }));
  if (!tabs.some(({ tab }) => tab.success)) return null;
  const unread: LeftOut[] = [];
  const found: { line: string; host: string; day: v.InferOutput<typeof tabDaySchema> }[] = [];
  for (const { value, tab } of tabs) {
    if (!tab.success) {
      unread.push({ line: jsonLine(value), why: 'unreadable' });
      continue;
    }
    const { url, days } = tab.output;
    if (days.length === 0) unread.push({ line: url, why: 'no-day' });
    for (const day of days) {
      const line = `${url} ${jsonLine(day)}`;
      const read = v.safeParse(tabDaySchema, day);
      if (read.success) found.push({ line, host: url, day: read.output });
      else unread.push({ line, why: 'unreadable' });
    }
  }
  const dateOf = dateReader(
    found.map(({ day }) => day.date),
    'month first',
  );
  const rows = found.map(({ line, host, day }): ForeignRow => {
    return { line, host, date: dateOf(day.date), seconds: day.summary, checks: day.counter };
  });
  return dated('web-activity-time-tracker', rows, unread);
}

/**
 * The records of Time Tracker (4 Browser) as JSON: `[{"host":"facebook.com","date":"20261123","focus":"1834","time":12}]`,
 * seconds as text. See `generateJsonData` in
 * https://github.com/sheepzh/time-tracker-4-browser/blob/main/src/pages/app/components/Record/file-export.ts.
 */
function timeTrackerRows(file: readonly unknown[]): Foreign | null {
  const found = file.map(value => ({
    line: jsonLine(value),
    row: v.safeParse(exportRowSchema, value),
  }));
  if (!found.some(({ row }) => row.success)) return null;
  const unread = found.flatMap(({ line, row }): LeftOut[] =>
    row.success ? [] : [{ line, why: 'unreadable' }],
  );
  const rows = found.flatMap(({ line, row }): ForeignRow[] => {
    if (!row.success) return [];
    const { host, date, focus, time } = row.output;
    const day = date === undefined ? { why: 'no-day' as const } : isoDate(date);
    return [{ line, host, date: day, seconds: figure(focus), checks: time }];
  });
  return dated('time-tracker', rows, unread);
}

/**
 * The backup of Time Tracker (4 Browser), in milliseconds. From 4.0 on
 * `{"__meta__":{…},"__stat__":[{"host":"facebook.com","date":"20261123","focus":1834000,"time":12}],"__limit__":[…]}`,
 * before that what it had stored, `{"__meta__":{…},"20261123facebook.com":{"focus":1834000,"time":12}}`. See
 * https://github.com/sheepzh/time-tracker-4-browser/blob/main/src/background/database/stat-database/index.ts.
 */
function timeTrackerBackup(file: Readonly<Record<string, unknown>>): Foreign | null {
  const { __meta__: meta, __stat__: stat, __limit__: limits, ...rest } = file;
  if (meta === undefined) return null;
  const unread: LeftOut[] = [];
  const rows: ForeignRow[] = [];
  const listed = Array.isArray(stat) ? (stat as unknown[]) : [];
  for (const value of listed) {
    const read = v.safeParse(statRowSchema, value);
    const line = jsonLine(value);
    if (read.success) rows.push(statRow(line, read.output.date, read.output.host, read.output));
    else unread.push({ line, why: 'unreadable' });
  }
  for (const [key, value] of Object.entries(rest)) {
    const [, date = '', host = ''] = /^(\d{8})(.+)$/.exec(key) ?? [];
    const read = v.safeParse(statSchema, value);
    if (host !== '' && read.success) rows.push(statRow(`${key} ${jsonLine(value)}`, date, host, read.output));
    else unread.push({ line: key, why: host === '' ? 'option' : 'unreadable' });
  }
  const rules = Array.isArray(limits) ? (limits as unknown[]) : [];
  for (const rule of rules) unread.push({ line: jsonLine(rule), why: 'rule' });
  return dated('time-tracker', rows, unread);
}

function statRow(
  line: string,
  date: string,
  host: string,
  { focus, time }: { focus: number; time: number },
): ForeignRow {
  return { line, date: isoDate(date), host, seconds: focus / 1000, checks: time };
}

/**
 * The backup of Webtime Tracker: `{"content":{"domains":{"facebook.com":{"days":{"2026-11-23":{"seconds":1834}}}}}}`.
 * Known, as its CSV is, only from how Time Tracker reads it.
 */
function webtimeBackup(file: Readonly<Record<string, unknown>>): Foreign | null {
  const backup = v.safeParse(webtimeSchema, file);
  if (!backup.success) return null;
  const unread: LeftOut[] = [];
  const rows: ForeignRow[] = [];
  for (const [host, value] of Object.entries(backup.output.content.domains)) {
    const read = v.safeParse(webtimeDaysSchema, value);
    if (!read.success) unread.push({ line: host, why: 'unreadable' });
    for (const [date, { seconds }] of Object.entries(read.success ? read.output.days : {})) {
      rows.push({ line: `${host} ${date} ${seconds}`, date: isoDate(date), host, seconds, checks: 0 });
    }
  }
  return dated('webtime-tracker', rows, unread);
}

function dated(of: Foreign['of'], rows: readonly ForeignRow[], unread: readonly LeftOut[]): Foreign {
  const { days, leftOut } = foreignDays(rows);
  return foreignOf(of, { days, leftOut: [...leftOut, ...unread] });
}
