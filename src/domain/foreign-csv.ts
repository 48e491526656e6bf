import { type ParseConfig, parse } from 'papaparse';
import { dateReader, isoDate } from './foreign-date';
import { type ForeignRow, figure, foreignDays } from './foreign-days';
import { type Foreign, foreignOf, type LeftOut } from './foreign-file';
import { foreignSite } from './foreign-site';

type Row = readonly string[];

/** The history that a rival exported as CSV; null where it is none of those known here. */
export function readForeignCsv(text: string): Foreign | null {
  const [header, ...rows] = tableOf(text);
  if (!header) return null;
  const columns = header.map(name => name.toLowerCase()).join(',');
  if (columns === 'date,website,time(sec),sessions') return webActivity(rows);
  if (columns === 'domain,date,time(sec)') return oldWebActivity(rows);
  if (header.slice(1).some(isDate)) return webtime(header, rows);
  return timeTracker(rows);
}

/**
 * The rivals write cells as they are, without quotes; who opened such a file in a spreadsheet has them, and often
 * semicolons. A quote that is part of a name would take the next lines with it: then none counts as a quote.
 */
function tableOf(text: string): string[][] {
  const options: ParseConfig = {
    skipEmptyLines: 'greedy',
    newline: '\n',
    delimitersToGuess: [',', ';', '\t'],
  };
  const lines = text.replace(/\r\n?/g, '\n');
  const quoted = parse<string[]>(lines, options);
  const isAstray =
    quoted.errors.some(({ type }) => type === 'Quotes') ||
    quoted.data.some(row => row.some(cell => cell.includes('\n')));
  const { data } = isAstray ? parse<string[]>(lines, { ...options, quoteChar: '\u0000' }) : quoted;
  return data.map(row => row.map(cell => cell.trim()));
}

/**
 * Web Activity Time Tracker from 2.0 on: `11/23/2026,facebook.com,1834,12`, a blank line after each day, dates as in
 * the United States, a session for each time the site came to the front. See
 * https://github.com/Stigmatoz/web-activity-time-tracker/blob/master/src/compositions/toCsv.ts.
 */
function webActivity(rows: readonly Row[]): Foreign {
  const dateOf = dateReader(
    rows.map(([date = '']) => date),
    'month first',
  );
  return history('web-activity-time-tracker', rows, row => {
    const [date = '', host = '', seconds, sessions] = row;
    return row.length === 4
      ? { date: dateOf(date), host, seconds: figure(seconds), checks: figure(sessions) }
      : null;
  });
}

/**
 * Web Activity Time Tracker before 2.0: `facebook.com,23.11.2026,1834`, dates as the browser's language has them. See
 * `toCsv` in scripts/settings.js of the same repository's history.
 */
function oldWebActivity(rows: readonly Row[]): Foreign {
  const dateOf = dateReader(
    rows.map(([, date = '']) => date),
    null,
  );
  return history('web-activity-time-tracker', rows, row => {
    const [host = '', date = '', seconds] = row;
    return row.length === 3 ? { date: dateOf(date), host, seconds: figure(seconds), checks: 0 } : null;
  });
}

/**
 * Webtime Tracker: hosts down, days across, `Domain,2026-11-22,2026-11-23`, in seconds. Known only from how Time Tracker
 * reads it: `parseWebtimeTracker` in
 * https://github.com/sheepzh/time-tracker-4-browser/blob/main/src/pages/app/components/DataManage/Migration/ImportOtherButton/processor.ts.
 */
function webtime([, ...columns]: Row, rows: readonly Row[]): Foreign {
  const strange = columns.filter(name => name !== '' && !isDate(name));
  const cells = rows.flatMap(([host = '', ...cells]) =>
    cells.flatMap((cell, i): ForeignRow[] => {
      const name = columns[i] ?? '';
      if (cell === '' || strange.includes(name)) return [];
      return [
        { line: `${host},${name},${cell}`, date: isoDate(name), host, seconds: figure(cell), checks: 0 },
      ];
    }),
  );
  const { days, leftOut } = foreignDays(cells);
  const unread = strange.map((line): LeftOut => ({ line, why: 'no-day' }));
  return foreignOf('webtime-tracker', { days, leftOut: [...unread, ...leftOut] });
}

/**
 * Time Tracker (4 Browser): `20261123,facebook.com,Facebook,Social,1834,12`: date, host, name, category where there are
 * categories, seconds, visits; names of columns in the user's language, and names of sites may hold commas. Where
 * somebody had days put together, the date is not there. See `generateCsvData` in
 * https://github.com/sheepzh/time-tracker-4-browser/blob/main/src/pages/app/components/Record/file-export.ts.
 */
function timeTracker(rows: readonly Row[]): Foreign | null {
  const isDated = rows.some(row => row.length >= 4 && /^\d{8}$/.test(row[0] ?? '') && endsInFigures(row));
  if (isDated) {
    return history('time-tracker', rows, row => {
      const [date = '', host = ''] = row;
      return row.length >= 4
        ? { date: isoDate(date), host, seconds: figure(row.at(-2)), checks: figure(row.at(-1)) }
        : null;
    });
  }
  const isMerged =
    rows.length > 0 && rows.every(row => row.length >= 3 && endsInFigures(row) && isHost(row[0]));
  if (!isMerged) return null;
  return foreignOf('time-tracker', { leftOut: rows.map(row => ({ line: row.join(','), why: 'no-day' })) });
}

/** Rows as days; one that `read` cannot make out is `unreadable`. */
function history(
  of: Foreign['of'],
  rows: readonly Row[],
  read: (row: Row) => Omit<ForeignRow, 'line'> | null,
): Foreign {
  const found = rows.map(row => ({ line: row.join(','), row: read(row) }));
  const { days, leftOut } = foreignDays(found.flatMap(({ line, row }) => (row ? [{ line, ...row }] : [])));
  const unread = found.flatMap(({ line, row }): LeftOut[] => (row ? [] : [{ line, why: 'unreadable' }]));
  return foreignOf(of, { days, leftOut: [...leftOut, ...unread] });
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && 'day' in isoDate(text);

const endsInFigures = (row: Row): boolean => [row.at(-1), row.at(-2)].every(cell => /^\d+$/.test(cell ?? ''));

const isHost = (text = ''): boolean => 'parts' in foreignSite(text);
