import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readForeign } from '../../src/domain/foreign';
import { dateReader } from '../../src/domain/foreign-date';
import { type Foreign, LEFT_OUT_REASONS } from '../../src/domain/foreign-file';
import { readPlainList } from '../../src/domain/foreign-plain-list';
import { parsePattern } from '../../src/domain/pattern';
import { runs } from '../fixtures/runs';

const fixture = (name: string) => readFileSync(`tests/fixtures/foreign/${name}`, 'utf8');

const foreign = (text: string): Foreign => {
  const read = readForeign(text);
  if (!read) throw new Error('no known format');
  return read;
};

const read = (name: string) => foreign(fixture(name));

const patterns = ({ sites }: Foreign) => sites.map(({ pattern }) => pattern);

const daysOf = ({ days }: Foreign) =>
  days.map(({ day, pattern, seconds, checks }) => `${day} ${pattern} ${seconds} ${checks}`);

const leftOutOf = ({ leftOut }: Foreign) => leftOut.map(({ line, why }) => `${why}: ${line}`);

const MORNING_AND_AFTERNOON = [
  [9 * 60, 12 * 60 + 30],
  [13 * 60 + 30, 17 * 60],
];
const ALL_DAY = [[0, 24 * 60]];

describe('LeechBlock, as text', () => {
  const file = read('leechblock.txt');

  it('is known by its options', () => expect(file.of).toBe('leechblock'));

  it('has its sites and exceptions, with the names of their sets', () => {
    expect(file.sites.map(({ pattern, set }) => `${set}: ${pattern}`)).toEqual([
      'Social: youtube.com',
      'Social: +youtube.com/@AcmeTraining',
      'Social: +linkedin.com/messaging',
      'Social: facebook.com',
      'Social: linkedin.com',
      'Social: old.reddit.com/r/*/comments',
      'Social: twitter.com',
      'Social: x.com',
      'Social: youtube.com/@*',
      'Scores: bbc.co.uk/sport/*',
      'Scores: espn.com',
      'Scores: flashscore.com',
      'Email: mail.google.com',
      'Email: outlook.live.com',
      'News: nytimes.com',
    ]);
  });

  it('has the hours of its first set', () => {
    const workday = MORNING_AND_AFTERNOON;
    expect(file.week).toEqual([workday, workday, workday, workday, workday, [], []]);
    expect(file.always).toBe(false);
    expect(file.limitMinutes).toBeNull();
  });

  it('says what is not taken over, and shows no password', () => {
    expect(leftOutOf(file)).toEqual([
      'comment: #tumblr.com',
      'local-files: FILE',
      'query: reddit.com/?sort=new',
      'keyword: ~giveaway',
      'referrer: >news.google.com',
      'wildcard: **.scores.example',
      'list-by-address: sitesURL2=https://example.com/scores.txt',
      'other-hours: times2=0900-1230,1330-1700',
      'other-hours: days2=127',
      'other-hours: times3=',
      'other-hours: days3=62',
      'other-limit: limitMins3=30',
      'limit: limitMins4=10',
      'delay: blockURL4=delayed.html?$S&$U',
      'delay: delaySecs4=30',
      'other-hours: times4=0900-1700',
      'other-hours: days4=62',
      'switched-off: sites5=netflix.com',
      'switched-off: times5=0000-2400',
      'switched-off: disable5=true',
      'option: theme=dark',
      'option: oa=1',
      'option: password=…',
    ]);
  });

  it.each([
    ['sites1=x.com\ntimes1=0000-2400\ndays1=127', Array(7).fill(ALL_DAY), true, null],
    ['sites1=x.com\ntimes1=0000-2400\ndays1=126', [...Array(6).fill(ALL_DAY), []], false, null],
    [
      'sites1=x.com\ntimes1=2200-2400,0000-0600\ndays1=1',
      [
        [],
        [],
        [],
        [],
        [],
        [],
        [
          [0, 360],
          [1320, 1440],
        ],
      ],
      false,
      null,
    ],
    [
      'sites1=x.com\ntimes1=1000-1100 0900-1000\ndays1=2',
      [[[540, 660]], [], [], [], [], [], []],
      false,
      null,
    ],
    ['sites1=x.com\nlimitMins1=20\nlimitPeriod1=86400\ndays1=127', Array(7).fill(ALL_DAY), true, 20],
    [
      'sites1=x.com\ntimes1=0900-1700\nlimitMins1=20\nlimitPeriod1=86400\nconjMode1=true\ndays1=64',
      [[], [], [], [], [], [[540, 1020]], []],
      false,
      20,
    ],
    [
      'sites1=x.com\nsites2=y.com\ntimes2=0900-1700\ndays2=4',
      [[], [[540, 1020]], [], [], [], [], []],
      false,
      null,
    ],
    ['sites1=x.com', null, false, null],
  ])('%j', (text, week, always, limitMinutes) => {
    expect(foreign(text)).toMatchObject({ week, always, limitMinutes });
  });

  it.each([
    ['sites1=x.com', 'no-hours: times1='],
    ['sites1=x.com\ntimes1=0900-1700,soon', 'not-hours: times1=0900-1700,soon'],
    ['sites1=x.com\ntimes1=1700-0900', 'not-hours: times1=1700-0900'],
    ['sites1=x.com\ntimes1=0900-1700\ndays1=128', 'not-hours: days1=128'],
    ['sites1=x.com\ntimes1=0900-1700\ndays1=0', 'no-hours: days1=0'],
    ['sites1=x.com\ntimes1=0900-1700\nlimitMins1=20\nlimitPeriod1=86400', 'limit: limitMins1=20'],
    ['sites1=x.com\nlimitMins1=20\nlimitPeriod1=604800', 'limit: limitMins1=20'],
    ['sites1=x.com\nrollover1=true', 'limit: rollover1=true'],
    ['sites1=x.com\nregexpBlock1=^https', 'regexp: regexpBlock1=^https'],
    ['sites1=x.com\nlockdownHours=2', 'lockdown: lockdownHours=2'],
    ['sites1=x.com\nshowTimer1=false', 'option: showTimer1=false'],
    ['sites1=\ntimes1=0900-1700', 'empty-set: times1=0900-1700'],
    ['sites1=~word\ntimes1=0900-1700', 'empty-set: times1=0900-1700'],
    ['sites1=x.com\nsites31=y.com', 'option: sites31=y.com'],
    ['sites1=x.com\nsites1=y.com', 'there-twice: sites1=x.com'],
    ['sites1=x.com\nwhat is this', 'unreadable: what is this'],
    ['sites1=*', 'matches-everything: *'],
    ['sites1=x.com/*+', 'wildcard: x.com/*+'],
    ['sites1=file:///home/dana', 'local-files: file:///home/dana'],
  ])('%j leaves out %s', (text, line) => expect(leftOutOf(foreign(text))).toContain(line));
});

describe('LeechBlock, as JSON', () => {
  it('is read as its text is', () => {
    const file = read('leechblock.json');
    expect(patterns(file)).toEqual(['+reddit.com/r/sales', 'reddit.com', 'tiktok.com']);
    expect(file).toMatchObject({ of: 'leechblock', always: true, week: Array(7).fill(ALL_DAY), leftOut: [] });
  });
});

describe('a plain list', () => {
  it('has sites, and says why the rest is none', () => {
    const file = read('plain-list.txt');
    expect(file).toMatchObject({ of: 'plain list', week: null, always: false, limitMinutes: null, days: [] });
    expect(patterns(file)).toEqual([
      'facebook.com',
      'instagram.com',
      'x.com/home',
      'reddit.com/r/popular',
      '+reddit.com/r/sales',
      '127.0.0.1',
    ]);
    expect(leftOutOf(file)).toEqual([
      'comment: # What eats my day',
      'comment: // on the phone as well',
      'not-a-host: tiktok',
      'not-a-host: dana@acme.example',
      'not-a-host: 1234',
    ]);
  });

  it.each([
    [''],
    ['   \n\n'],
    ['# facebook.com'],
    ['Dear Dana, I read of facebook.com in the paper.'],
    ['<!doctype html><title>facebook.com</title>'],
    ['{}'],
    ['[]'],
    ['{"format":"big-rock","version":1,"days":[]}'],
    ['["facebook.com"]'],
    ['day,site,category,seconds,checks,attempts,passSeconds\r\n2026-11-23,x.com,Social,90,1,3,0\r\n'],
  ])('is none of ours to read: %j', text => expect(readForeign(text)).toBeNull());

  it('leaves each word as a site or with a reason, and no line without', () => {
    const entry = fc.oneof(
      { weight: 4, arbitrary: fc.domain() },
      fc.webUrl(),
      fc.domain().map(host => `+ ${host}`),
      fc.domain().map(host => `${host} # why`),
      fc.constantFrom('~word', '*', '1234', 'a@b.example', '//', '+', ',', '"', 'file:///x', '\uFEFF'),
      fc.string(),
    );
    let lists = 0;
    fc.assert(
      fc.property(fc.array(entry), lines => {
        const text = lines.join('\n');
        const file = readPlainList(text);
        if (!file) return;
        lists++;
        const known = new Set<string>(patterns(file));
        const said = new Set(file.leftOut.flatMap(({ line }) => [line, ...wordsOf(line)]));
        const isSite = (word: string) => {
          const parsed = parsePattern(word);
          return 'parts' in parsed && known.has(parsed.parts.pattern);
        };
        for (const line of text.split(/\r\n?|\n/).filter(line => line.trim() !== '')) {
          const words = wordsOf(line).filter(word => word !== '+');
          const isThere = (word: string) => [word, `+${word}`].some(form => said.has(form) || isSite(form));
          expect(words.filter(word => !isThere(word))).toEqual([]);
          expect(words.length > 0 || said.has(line.trim())).toBe(true);
        }
      }),
      { numRuns: runs(300) },
    );
    expect(lists).toBeGreaterThan(runs(300) / 4);
  });
});

const wordsOf = (line: string) => line.split(/[\s,"]+/).filter(word => word !== '');

describe('a history', () => {
  it.each([
    [
      'web-activity-time-tracker.csv',
      'web-activity-time-tracker',
      [
        '2026-11-20 facebook.com 1834 12',
        '2026-11-20 linkedin.com 620 4',
        '2026-11-21 facebook.com 903 5',
        '2026-11-21 localhost 4210 2',
        '2026-11-22 mail.google.com 1200 17',
      ],
      ['not-a-host: 11/20/2026,newtab,35,9', 'longer-than-a-day: 11/22/2026,youtube.com,86401,1'],
    ],
    [
      'web-activity-time-tracker-1.csv',
      'web-activity-time-tracker',
      ['2026-11-20 facebook.com 1834 0', '2026-12-03 facebook.com 903 0', '2026-11-20 linkedin.com 620 0'],
      ['not-a-day: x.com,31.11.2026,60'],
    ],
    [
      'web-activity-time-tracker.json',
      'web-activity-time-tracker',
      ['2026-11-20 facebook.com 1834 12', '2026-12-03 facebook.com 903 5', '2026-11-20 youtube.com 312 2'],
      [
        'not-a-day: www.youtube.com {"counter":1,"date":"13/13/2026","summary":40}',
        'not-a-host: extensions {"counter":1,"date":"11/20/2026","summary":20}',
        'no-day: reddit.com',
      ],
    ],
    [
      'time-tracker.csv',
      'time-tracker',
      ['2026-11-20 facebook.com 1834 12', '2026-11-20 acme.com 240 3', '2026-11-21 facebook.com 903 5'],
      [
        'part-of-a-site: 20261120,github.com/acme/**,Acme on GitHub,,300,2',
        'local-files: 20261121,__local_pdf__,PDF Files,,75,1',
        'not-a-day: 20261131,x.com,X,Social,60,1',
      ],
    ],
    [
      'time-tracker-merged.csv',
      'time-tracker',
      [],
      ['no-day: facebook.com,Facebook,Social,2737,17', 'no-day: x.com,,,60,1'],
    ],
    [
      'time-tracker.json',
      'time-tracker',
      ['2026-11-20 facebook.com 1834 12'],
      [
        'not-seconds: {"host":"x.com","date":"20261121","focus":"-","time":1}',
        'no-day: {"host":"reddit.com","focus":"500","time":4}',
      ],
    ],
    [
      'time-tracker-backup.json',
      'time-tracker',
      ['2026-11-20 facebook.com 1845 13'],
      [
        'not-seconds: {"date":"20261121","host":"x.com","focus":-5,"time":1}',
        'option: __whitelist__',
        expect.stringMatching(/^rule: \{"id":1,"name":"Social"/),
      ],
    ],
    [
      'time-tracker-backup-3.json',
      'time-tracker',
      ['2026-11-20 facebook.com 1835 12', '2026-11-21 x.com 60 2'],
      ['not-a-host: 20261121_g_17 {"focus":60000,"time":2}', 'option: __timer__LIMIT'],
    ],
    [
      'webtime-tracker.csv',
      'webtime-tracker',
      [
        '2026-11-20 facebook.com 1834 0',
        '2026-11-21 facebook.com 903 0',
        '2026-11-21 x.com 60 0',
        '2026-11-22 x.com 12 0',
      ],
      ['not-seconds: youtube.com,2026-11-20,-3'],
    ],
    [
      'webtime-tracker.json',
      'webtime-tracker',
      ['2026-11-20 facebook.com 1834 0', '2026-11-21 facebook.com 903 0'],
      ['unreadable: x.com'],
    ],
  ])('%s', (name, of, days, leftOut) => {
    const file = read(name);
    expect(file).toMatchObject({ of, sites: [], week: null });
    expect(daysOf(file)).toEqual(days);
    expect(leftOutOf(file)).toEqual(leftOut);
  });

  const HEADER = 'date,website,time(sec),sessions\r\n';

  it.each([
    ['11/20/2026,x.com,-5,1', 'not-seconds'],
    ['11/20/2026,x.com,,1', 'not-seconds'],
    ['11/20/2026,x.com,5,many', 'not-a-count'],
    ['11/20/2026,x.com,5', 'unreadable'],
    ['yesterday,x.com,5,1', 'not-a-day'],
    ['2/30/2026,x.com,5,1', 'not-a-day'],
    ['11/20/2026,+x.com,5,1', 'part-of-a-site'],
    ['11/20/2026,*.x.com,5,1', 'wildcard'],
    ['11/20/2026,chrome://extensions,5,1', 'not-a-web-address'],
  ])('says %j is %s', (line, why) => {
    expect(foreign(`${HEADER}${line}\r\n`)).toMatchObject({ days: [], leftOut: [{ line, why }] });
  });

  it('counts no more than a day of one day and site', () => {
    const file = foreign(`${HEADER}11/20/2026,x.com,50000,1\r\n11/20/2026,www.x.com,40000,1\r\n`);
    expect(daysOf(file)).toEqual(['2026-11-20 x.com 50000 1']);
    expect(leftOutOf(file)).toEqual(['longer-than-a-day: 11/20/2026,www.x.com,40000,1']);
  });

  it('is read also after a spreadsheet has written it anew', () => {
    const file = foreign('"date";"website";"time(sec)";"sessions"\n"11/20/2026";"x.com";"5";"1"\n');
    expect(daysOf(file)).toEqual(['2026-11-20 x.com 5 1']);
  });

  it('loses no line to a quote in a name', () => {
    const rows = [
      '20261120,x.com,"X,Social,5,1',
      '20261121,x.com,"X,Social,6,1',
      '20261122,x.com,X,Social,7,1',
    ];
    const file = foreign(`Date,Domain,Alias,Category,Duration,Visits\r\n${rows.join('\r\n')}`);
    expect(daysOf(file)).toEqual(['2026-11-20 x.com 5 1', '2026-11-21 x.com 6 1', '2026-11-22 x.com 7 1']);
  });
});

describe('a date in somebody’s language', () => {
  it.each([
    [['3/4/2026', '3/14/2026'], null, ['2026-03-04', '2026-03-14']],
    [['3/4/2026', '14/3/2026'], null, ['2026-04-03', '2026-03-14']],
    [['3/4/2026'], 'month first', ['2026-03-04']],
    [['3/4/2026', '14/3/2026'], 'month first', ['2026-04-03', '2026-03-14']],
    [['3/4/2026', '4/4/2026'], null, ['ambiguous-day', '2026-04-04']],
    [['3/4/2026', '14/3/2026', '3/14/2026'], 'month first', ['ambiguous-day', '2026-03-14', '2026-03-14']],
    [['3.4.2026'], null, ['2026-04-03']],
    [['2026/3/4', '2026. 3. 4.', '2026年3月4日', '2026-03-04'], null, Array(4).fill('2026-03-04')],
    [['14-3-2026', '3-4-2026'], null, ['2026-03-14', '2026-04-03']],
    [['3/4/26', '31/4/2026', ''], null, ['not-a-day', 'not-a-day', 'not-a-day']],
  ] as const)('%j, usually %s', (texts, usual, expected) => {
    const dateOf = dateReader(texts, usual);
    const found = texts.map(text => dateOf(text)).map(date => ('day' in date ? date.day : date.why));
    expect(found).toEqual(expected);
  });
});

describe('any text', () => {
  const heads = [
    '',
    'sites1=',
    'date,website,time(sec),sessions\n',
    'domain,date,time(sec)\n',
    'Domain,2026-11-20\n',
    'Date,Domain\n20261120,x.com,',
  ];

  it('is read or not, but never throws, and says why in known words', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'times1=0900-1700',
        'days1=9',
        'x.com',
        '11/20/2026,x.com,5,1',
        ',,,',
        '"',
        '20261120,x.com,,5,1',
      ),
    );
    const text = fc
      .tuple(fc.constantFrom(...heads), fc.array(line))
      .map(([head, lines]) => head + lines.join('\n'));
    fc.assert(
      fc.property(text, text => {
        for (const { why } of readForeign(text)?.leftOut ?? []) expect(LEFT_OUT_REASONS).toContain(why);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('as JSON neither', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const key = fc.constantFrom(
      'sites1',
      'days1',
      '__meta__',
      '__stat__',
      '__limit__',
      '20261120x.com',
      'content',
    );
    const tab = fc.record({ url: value, host: value, focus: value, days: value }, { requiredKeys: [] });
    const file = fc.oneof(
      value,
      fc.array(tab),
      fc.dictionary(key, value),
      fc.array(fc.record({ url: fc.domain(), days: value })),
    );
    fc.assert(
      fc.property(file, file => {
        for (const { why } of readForeign(JSON.stringify(file))?.leftOut ?? []) {
          expect(LEFT_OUT_REASONS).toContain(why);
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
